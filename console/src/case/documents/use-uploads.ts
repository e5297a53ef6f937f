import { useReducer } from 'react'
import { reduceUploads, type Upload } from './reduce-uploads.ts'
import { useSendDocument } from './use-send-document.ts'

export interface Uploads {
  /** The running and failed uploads. */
  readonly uploads: readonly Upload[]
  readonly send: (files: readonly File[]) => void
}

/** Uploads files to a case in parallel, with the progress of each. */
export function useUploads(caseId: string): Uploads {
  const [uploads, dispatch] = useReducer(reduceUploads, [])
  const sendDocument = useSendDocument(caseId)

  async function sendOne(file: File): Promise<void> {
    const key = crypto.getRandomValues(new Uint32Array(2)).join('-')
    const stop = new AbortController()
    const dismiss = (): void => {
      stop.abort()
      dispatch({ type: 'ENDED', key })
    }
    dispatch({ type: 'BEGAN', upload: { key, fileName: file.name, part: 0, error: null, dismiss } })
    try {
      await sendDocument(file, { signal: stop.signal, onProgress: part => dispatch({ type: 'ADVANCED', key, part }) })
      dispatch({ type: 'ENDED', key })
    } catch (error) {
      dispatch({ type: 'FAILED', key, error })
    }
  }

  return {
    uploads,
    send(files) {
      for (const file of files) void sendOne(file)
    },
  }
}
