import { createContext, type ReactNode, use } from 'react'
import { type Uploads, useUploads } from './use-uploads.ts'

const UploadsContext = createContext<Uploads | null>(null)

interface UploadsProviderProps {
  readonly caseId: string
  readonly children: ReactNode
}

/** Provides the uploads of a case to its children: the drop zone and the samples of the sandbox. */
export function UploadsProvider({ caseId, children }: UploadsProviderProps) {
  return <UploadsContext value={useUploads(caseId)}>{children}</UploadsContext>
}

/** The uploads of the case, and a function to start more. */
export function useCaseUploads(): Uploads {
  const uploads = use(UploadsContext)
  if (uploads === null) throw new Error('useCaseUploads must be used within an UploadsProvider.')
  return uploads
}
