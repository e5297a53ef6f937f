import { AppError, toAppError } from '../errors.ts'
import { wasNotSent } from '../http/was-not-sent.ts'

/** Makes one call of `sendOnce`. */
export type Watch = <Answer extends { readonly status: number }>(ask: () => Promise<Answer>) => Promise<Answer>

/**
 * Makes a call that must not be repeated, to a vendor that cannot say later whether it carried out the call.
 *
 * @param work makes the call through `watch`, and reads the answer
 * @param toUnknown the error when `work` failed but the vendor may have carried out the call. Any other error of `work`
 * is thrown unchanged and means that the vendor did nothing: it refused, or no complete request was sent
 */
export async function sendOnce<Result>(
  work: (watch: Watch) => Promise<Result>,
  toUnknown: (cause: AppError) => AppError,
): Promise<Result> {
  let mayBeDone = false
  const watch: Watch = async ask => {
    try {
      mayBeDone = true
      const answer = await ask()
      mayBeDone = answer.status < 400 || answer.status >= 500
      return answer
    } catch (error) {
      mayBeDone = mayHaveArrived(error)
      throw error
    }
  }
  try {
    return await work(watch)
  } catch (error) {
    throw mayBeDone ? toUnknown(toAppError(error)) : error
  }
}

/** An error of the transport without the prefix PROVIDER_ is ours: the body could not be read, so the call was not complete. */
function mayHaveArrived(error: unknown): boolean {
  return !(
    wasNotSent(error) ||
    (error instanceof AppError && (error.code === 'PROVIDER_RATE_LIMITED' || !error.code.startsWith('PROVIDER_')))
  )
}
