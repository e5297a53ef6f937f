import type { Logger } from 'pino'

/** The version that this folder was written for: https://os.fino.ai/tmp/docv1, "Versioning". It is a property of the account. */
const knownVersion = '2020-06-16'

/** Creates the function that checks the header `API-Version` of answers and warns once about another version. */
export function createVersionCheck(logger: Logger) {
  let isTold = false
  return ({ headers }: { readonly headers: Readonly<Record<string, string>> }): void => {
    const version = headers['api-version']
    if (isTold || version === undefined || version === knownVersion) return
    isTold = true
    const apiVersion = /^\d{4}-\d{2}-\d{2}$/.test(version) ? version : 'unreadable'
    logger.warn({ apiVersion, knownVersion }, 'the account at finoOS has another version of the API than is known here')
  }
}
