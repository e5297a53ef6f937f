import { useCallback, useEffect, useRef, useState } from 'react'
import { type Problem, toProblem } from '../problem.ts'
import type { SendOptions } from '../send-bytes.ts'
import type { StoredDocument } from '../upload-document.ts'

/** The state of an upload. `part` is from 0 to 1, and returns to 0 when a broken upload is repeated. */
export type UploadState =
  | { readonly status: 'IDLE' }
  | { readonly status: 'SENDING'; readonly part: number }
  | { readonly status: 'STORED'; readonly document: StoredDocument }
  | { readonly status: 'FAILED'; readonly problem: Problem }

/**
 * One upload of a component, with its state and functions to start and cancel it. It is aborted when the component unmounts.
 *
 * @param send sends a file, such as `(file, options) => sendDocument(request, { caseId, file, ...options })`
 */
export function useUpload<Item>(send: (item: Item, options: SendOptions) => Promise<StoredDocument>) {
  const [state, setState] = useState<UploadState>({ status: 'IDLE' })
  const running = useRef<AbortController | null>(null)

  const cancel = useCallback(() => {
    running.current?.abort()
    running.current = null
    setState({ status: 'IDLE' })
  }, [])

  const start = useCallback(
    async (item: Item) => {
      running.current?.abort()
      const controller = new AbortController()
      running.current = controller
      const set = (next: UploadState) => {
        if (running.current === controller) setState(next)
      }
      set({ status: 'SENDING', part: 0 })
      try {
        const onProgress = (part: number) => set({ status: 'SENDING', part })
        set({ status: 'STORED', document: await send(item, { onProgress, signal: controller.signal }) })
      } catch (error) {
        const problem = toProblem(error)
        if (problem) set({ status: 'FAILED', problem })
      }
    },
    [send],
  )

  useEffect(() => () => running.current?.abort(), [])
  return { state, start, cancel }
}
