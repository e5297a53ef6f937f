import type { JsonValue } from '../../../domain/json.ts'
import type { AnalysisDriver, SubmissionJob, SubmissionStep } from '../../analysis-driver.ts'

/** Takes steps until the submission ends or needs an action. @returns the last step, with its checkpoint as read from a database */
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
