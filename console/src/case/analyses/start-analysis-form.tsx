import { useMutation } from '@apollo/client/react'
import { useState } from 'react'
import { type FragmentType, readFragment } from '../../__generated__/fragment-masking.ts'
import { graphql } from '../../__generated__/gql.ts'
import type { AnalysisProduct } from '../../__generated__/graphql.ts'
import { CommandForm } from '../../commands/command-form.tsx'
import { given } from '../../commands/given.ts'
import { newIdempotencyKey } from '../../commands/new-idempotency-key.ts'
import { toWords } from '../../format/words.ts'
import { Field } from '../../layout/field.tsx'
import styles from './analysis-card.module.css'
import { DocumentChoice } from './document-choice.tsx'
import { readChosenDocuments } from './read-chosen-documents.ts'
import { useProviders } from './use-providers.ts'

const StartAnalysisFormFragment = graphql(`
  fragment StartAnalysisForm on Case {
    id
    ...DocumentChoice
  }
`)

const StartAnalysisMutation = graphql(`
  mutation StartAnalysis($input: StartAnalysisInput!) {
    startAnalysis(input: $input) {
      analysis {
        id
        ...AnalysisCard
      }
      userErrors {
        code
        message
        field
      }
    }
  }
`)

interface StartAnalysisFormProps {
  readonly of: FragmentType<typeof StartAnalysisFormFragment>
  readonly onClose: () => void
}

/** The form for a new analysis: product, provider and documents. It offers only what a provider accepts. */
export function StartAnalysisForm({ of, onClose }: StartAnalysisFormProps) {
  const shown = readFragment(StartAnalysisFormFragment, of)
  const enabled = useProviders()
  const products = [...new Set(enabled.flatMap(provider => provider.products))]
  const [product, setProduct] = useState<AnalysisProduct | undefined>(products[0])
  const [providerId, setProviderId] = useState('')
  const offers = enabled.filter(provider => product !== undefined && provider.products.includes(product))
  const provider = offers.find(({ id }) => id === providerId)
  const [startAnalysis] = useMutation(StartAnalysisMutation, { refetchQueries: ['CaseOverview'] })

  async function act(form: FormData): Promise<void> {
    if (product === undefined) return
    const input = {
      caseId: shown.id,
      product,
      provider: provider?.id,
      documents: readChosenDocuments(form),
      ...(form.has('shareLink') && { options: { shareLink: {} } }),
      idempotencyKey: newIdempotencyKey(),
    }
    given((await startAnalysis({ variables: { input } })).data?.startAnalysis)
    onClose()
  }

  return (
    <CommandForm label="Start an analysis" submitLabel="Start" pendingLabel="Starting…" act={act} onCancel={onClose}>
      <div className={styles.fields}>
        <Field label="What is to be asked?">
          {control => (
            <select
              {...control}
              value={product}
              onChange={event => setProduct(products.find(one => one === event.target.value))}
            >
              {products.map(one => (
                <option key={one} value={one}>
                  {toWords(one)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label="Provider" hint="In your order, the next provider is used if one fails.">
          {control => (
            <select {...control} value={provider?.id ?? ''} onChange={event => setProviderId(event.target.value)}>
              <option value="">In your order</option>
              {offers.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <DocumentChoice
        of={shown}
        takesPasswords={provider?.options.includes('password') ?? false}
        takesBankNames={provider?.capabilities.includes('banks') ?? false}
      />
      {(provider ? [provider] : offers).some(({ options }) => options.includes('shareLink')) && (
        <label className={styles.choice}>
          <input type="checkbox" name="shareLink" />
          Ask for a page with its result: anyone who has the address can see it
        </label>
      )}
    </CommandForm>
  )
}
