import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** The used heap in bytes after a garbage collection. */
export function heapAfterCollection(): number {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
  return process.memoryUsage().heapUsed
}
