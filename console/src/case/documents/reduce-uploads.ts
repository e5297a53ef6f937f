/** The upload of a file to a case. */
export interface Upload {
  readonly key: string
  readonly fileName: string
  /** The sent part, from 0 to 1. */
  readonly part: number
  /** The error of a failed upload; null while it is running. */
  readonly error: unknown
  /** Cancels a running upload, or removes a failed one. */
  readonly dismiss: () => void
}

type Change =
  | { readonly type: 'BEGAN'; readonly upload: Upload }
  | { readonly type: 'ADVANCED'; readonly key: string; readonly part: number }
  | { readonly type: 'FAILED'; readonly key: string; readonly error: unknown }
  | { readonly type: 'ENDED'; readonly key: string }

/** The uploads after a change of one of them. A late change of an ended upload has no effect. */
export function reduceUploads(uploads: readonly Upload[], change: Change): readonly Upload[] {
  switch (change.type) {
    case 'BEGAN':
      return [...uploads, change.upload]
    case 'ADVANCED':
      return uploads.map(upload => (upload.key === change.key ? { ...upload, part: change.part } : upload))
    case 'FAILED':
      return uploads.map(upload => (upload.key === change.key ? { ...upload, error: change.error } : upload))
    case 'ENDED':
      return uploads.filter(upload => upload.key !== change.key)
  }
}
