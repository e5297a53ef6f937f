import { type FragmentType, readFragment } from '../../__generated__/fragment-masking.ts'
import { graphql } from '../../__generated__/gql.ts'
import { chooseText } from '../../format/choose-text.ts'
import { toWords } from '../../format/words.ts'
import styles from './decision-summary.module.css'

const AlertItemFragment = graphql(`
  fragment AlertItem on DecisionAlert {
    source
    providerSource
    messages {
      language
      text
    }
    documents {
      id
      fileName
    }
  }
`)

/** One alert of a provider, in the reader's language if available. */
export function AlertItem({ of }: { readonly of: FragmentType<typeof AlertItemFragment> }) {
  const { source, providerSource, messages, documents } = readFragment(AlertItemFragment, of)
  const message = chooseText(messages, navigator.languages)
  return (
    <li className={styles.alert}>
      <strong className="small">{toWords(source)}</strong>
      <div>
        <p lang={message?.language}>{message?.text ?? providerSource ?? 'The provider gives no details.'}</p>
        {documents.length > 0 && <p className="muted small">{documents.map(({ fileName }) => fileName).join(', ')}</p>}
      </div>
    </li>
  )
}
