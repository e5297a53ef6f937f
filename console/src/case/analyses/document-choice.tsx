import { type FragmentType, readFragment } from '../../__generated__/fragment-masking.ts'
import { graphql } from '../../__generated__/gql.ts'
import { Field } from '../../layout/field.tsx'
import styles from './analysis-card.module.css'
import { bankNameOf, documentsField, passwordOf } from './read-chosen-documents.ts'

const DocumentChoiceFragment = graphql(`
  fragment DocumentChoice on Case {
    documents {
      id
      fileName
      status
    }
  }
`)

interface DocumentChoiceProps {
  readonly of: FragmentType<typeof DocumentChoiceFragment>
  /** Whether the provider accepts passwords. */
  readonly takesPasswords: boolean
  /** Whether the provider accepts the name of the bank. */
  readonly takesBankNames: boolean
}

/** The choice of the documents of an analysis. Initially all are chosen. */
export function DocumentChoice({ of, takesPasswords, takesBankNames }: DocumentChoiceProps) {
  const { documents } = readFragment(DocumentChoiceFragment, of)
  const stored = documents.filter(({ status }) => status === 'STORED')
  return (
    <fieldset>
      <legend>Documents</legend>
      <div className={styles.choices}>
        {stored.map(({ id, fileName }) => (
          <div key={id} className="stack" data-gap="small">
            <label className={styles.choice}>
              <input type="checkbox" name={documentsField} value={id} defaultChecked />
              {fileName}
            </label>
            {(takesPasswords || takesBankNames) && (
              <details>
                <summary>More about {fileName}</summary>
                <div className={styles.fields}>
                  {takesPasswords && (
                    <Field label="Password" hint="Only for a protected document. Sent to the provider and not stored.">
                      {control => <input {...control} name={passwordOf(id)} type="password" autoComplete="off" />}
                    </Field>
                  )}
                  {takesBankNames && (
                    <Field label="Bank" hint="The provider’s name of the bank. If empty, the provider detects it.">
                      {control => <input {...control} name={bankNameOf(id)} />}
                    </Field>
                  )}
                </div>
              </details>
            )}
          </div>
        ))}
      </div>
    </fieldset>
  )
}
