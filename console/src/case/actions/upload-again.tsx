import { useId } from 'react'
import { useCommand } from '../../commands/use-command.ts'
import { ProblemNotice } from '../../layout/problem-notice.tsx'
import { useRetryAnalysis } from '../analyses/use-retry-analysis.ts'
import { useSendDocument } from '../documents/use-send-document.ts'
import type { NamedDocument } from './named-document.ts'

interface UploadAgainProps {
  readonly analysisId: string
  readonly caseId: string
  readonly documents: readonly NamedDocument[]
}

/** Accepts replacements of unusable documents, and resumes the analysis. */
export function UploadAgain({ analysisId, caseId, documents }: UploadAgainProps) {
  const id = useId()
  const sendDocument = useSendDocument(caseId)
  const retryAnalysis = useRetryAnalysis()
  const { run, isPending, problem } = useCommand(async (files: readonly File[]) => {
    const sent = await Promise.all(files.map(file => sendDocument(file)))
    await retryAnalysis({ analysisId, documents: sent.map(documentId => ({ documentId })) })
  })
  return (
    <>
      <label htmlFor={id}>In place of {documents.map(({ fileName }) => fileName).join(', ')}</label>
      <input
        id={id}
        type="file"
        multiple={documents.length > 1}
        disabled={isPending}
        onChange={event => run([...(event.target.files ?? [])])}
      />
      {problem && <ProblemNotice problem={problem} />}
    </>
  )
}
