import { type Choices, createRandom, type Random } from '../../../simulation/random.ts'
import { type AlertText, complianceTexts, crossDocumentTexts, fraudTexts } from './alert-texts.ts'
import type { CasePlan } from './case-plan.ts'
import type { ReceivedFolder } from './read-folder.ts'

/** ASSUMED: the shape of an alert. */
interface Alert {
  readonly source: 'fraud' | 'compliance' | 'cross_document'
  readonly data: AlertText
  readonly source_documents: readonly string[]
}

export interface AnsweredCase {
  readonly folder: ReceivedFolder
  readonly plan: CasePlan
  readonly digest: string
  readonly shareUrl: string
}

/** The result: one member for each wish. Source: https://app.finovox.com/docs/public/case_analysis/api-reference/advanced-usage */
export function createCaseAnswer({ folder, plan, digest, shareUrl }: AnsweredCase): Readonly<Record<string, unknown>> {
  const { fraud, validation } = plan
  const wishes = folder.payload.analyse_type
  return {
    decision: wishes.includes('decision')
      ? { status: plan.status ?? followingFrom(plan), status_fraud: fraud, status_validation: validation }
      : undefined,
    explanation: wishes.includes('explanation') ? createAlerts(plan, digest, namesOf(folder)) : undefined,
    share_link: wishes.includes('share_link') ? { url: shareUrl } : undefined,
    ...plan.answer,
  }
}

/** Source: "Response", https://app.finovox.com/docs/public/case_analysis/api-reference/quick-start */
function followingFrom({ fraud, validation }: CasePlan): string {
  return fraud === 'low' && validation === 'compliant' ? 'approved' : 'rejected'
}

function createAlerts({ hasAlerts, fraud, validation }: CasePlan, digest: string, names: Choices<string>): Alert[] {
  if (!hasAlerts) return []
  const random = createRandom(`${digest} alerts`)
  const forgeries = fraud === 'low' ? 0 : fraud === 'medium' ? 1 : random.integer(2, 3)
  return [
    ...pickTexts(random, fraudTexts, forgeries).map(
      (data): Alert => ({ source: 'fraud', data, source_documents: [random.pick(names)] }),
    ),
    ...pickTexts(random, complianceTexts, validation === 'compliant' ? 0 : 1).map(
      (data): Alert => ({
        source: 'compliance',
        data,
        source_documents: random.percent(50) ? [] : [random.pick(names)],
      }),
    ),
    ...pickTexts(random, crossDocumentTexts, names.length > 1 && fraud !== 'low' ? 1 : 0).map(
      (data): Alert => ({ source: 'cross_document', data, source_documents: names }),
    ),
  ]
}

/** So many different ones. */
function pickTexts(random: Random, texts: Choices<AlertText>, count: number): AlertText[] {
  const start = random.integer(0, texts.length - 1)
  return [...texts.slice(start), ...texts.slice(0, start)].slice(0, count)
}

function namesOf({ documents }: ReceivedFolder): Choices<string> {
  const [first = '', ...rest] = documents.map(document => document.fileName)
  return [first, ...rest]
}
