import { inject } from 'vitest'

declare module 'vitest' {
  interface ProvidedContext {
    /** A tar file of an embedded database with empty tables. */
    readonly embeddedImage: string
  }
}

/** The tar file with which an embedded database in memory starts. */
export function embeddedImage(): string {
  return inject('embeddedImage')
}
