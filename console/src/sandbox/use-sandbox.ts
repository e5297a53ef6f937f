import { use } from 'react'
import { readSandbox, type Sandbox } from './read-sandbox.ts'

let asked: Promise<Sandbox | null> | undefined

/** The sandbox; null when providers are real. Loaded once, because it does not change while the page is open. */
export function useSandbox(): Sandbox | null {
  asked ??= readSandbox().catch(() => null)
  return use(asked)
}
