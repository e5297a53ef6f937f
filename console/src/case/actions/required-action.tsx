import { type FragmentType, readFragment } from '../../__generated__/fragment-masking.ts'
import { graphql } from '../../__generated__/gql.ts'
import { Moment } from '../../layout/moment.tsx'
import { Notice } from '../../layout/notice.tsx'
import { OpenPage } from './open-page.tsx'
import { ProvidePasswords } from './provide-passwords.tsx'
import { UploadAgain } from './upload-again.tsx'

const RequiredActionFragment = graphql(`
  fragment RequiredAction on Analysis {
    id
    action {
      type
      url
      expiresAt
      documents {
        id
        fileName
      }
    }
  }
`)

interface RequiredActionProps {
  readonly of: FragmentType<typeof RequiredActionFragment>
  readonly caseId: string
}

const titles: Readonly<Record<string, string>> = {
  PROVIDE_PASSWORD: 'A document is protected by a password.',
  OPEN_URL: 'The applicant has to act on a page of the provider.',
  REUPLOAD: 'A document has to be uploaded again. Its result says why.',
}

/** The action that an analysis waits for, with its controls. Renders nothing when there is none. */
export function RequiredAction({ of, caseId }: RequiredActionProps) {
  const { id, action } = readFragment(RequiredActionFragment, of)
  if (action === null) return null
  const { type, url, expiresAt, documents } = action
  return (
    <Notice tone="caution" title={titles[type] ?? 'An action is required.'}>
      {expiresAt !== null && (
        <p>
          Until <Moment at={expiresAt} />
        </p>
      )}
      {type === 'PROVIDE_PASSWORD' && <ProvidePasswords analysisId={id} documents={documents} />}
      {type === 'OPEN_URL' && url !== null && <OpenPage analysisId={id} url={url} />}
      {type === 'REUPLOAD' && <UploadAgain analysisId={id} caseId={caseId} documents={documents} />}
    </Notice>
  )
}
