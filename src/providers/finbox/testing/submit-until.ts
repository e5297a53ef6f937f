import type { JsonValue } from '../../../domain/json.ts'
import type { AnalysisDriver, SubmissionJob, SubmissionStep } from '../../analysis-driver.ts'

/** Takes a submission as far as it goes without anybody's help. @returns its last step, with its checkpoint as a database gives it back */
export async function submitUntil(
  driver: Pick<AnalysisDriver, 'submit'>,
  job: SubmissionJob,
  from: JsonValue = null,
): Promise<SubmissionStep> {
  for (let checkpoint = from; ; ) {
    const step = await driver.submit(job, checkpoint)
    checkpoint = JSON.parse(JSON.stringify(step.checkpoint))
    if (step.kind !== 'continue') return { ...step, checkpoint }
  }
}
