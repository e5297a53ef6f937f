import { type Request, type SendOptions, sendDocument } from 'assay/client'
import { useUpload } from 'assay/client/react'
import { useCallback } from 'react'

/** Uploads a chosen file to a case. @param request made by `createRequest` */
export function UploadButton({ request, caseId }: { request: Request; caseId: string }) {
  const send = useCallback(
    (file: File, options: SendOptions) => sendDocument(request, { caseId, file, ...options }),
    [request, caseId],
  )
  const { state, start, cancel } = useUpload(send)
  if (state.status === 'SENDING')
    return (
      <p>
        <progress value={state.part} />{' '}
        <button type="button" onClick={cancel}>
          Cancel
        </button>
      </p>
    )
  return (
    <>
      {state.status === 'STORED' && <p role="status">The document has arrived.</p>}
      {state.status === 'FAILED' && <p role="alert">{state.problem.message}</p>}
      <input type="file" aria-label="Document" onChange={({ target }) => target.files?.[0] && start(target.files[0])} />
    </>
  )
}
