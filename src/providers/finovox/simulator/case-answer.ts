import { type Choices, createRandom, type Random } from '../../../simulation/random.ts'
import type { CasePlan } from './case-plan.ts'
import type { SimulatedCase } from './cases.ts'
import type { ReceivedFolder } from './read-folder.ts'

/** ASSUMED: the shape of an alert. */
interface Alert {
  readonly source: 'fraud' | 'compliance' | 'cross_document'
  readonly data: AlertText
  readonly source_documents: readonly string[]
}

/** The result, with one member for each item of `analyse_type`. Source: https://app.finovox.com/docs/public/case_analysis/api-reference/advanced-usage */
export function createCaseAnswer(
  { folder, plan, digest }: SimulatedCase,
  shareUrl: string,
): Readonly<Record<string, unknown>> {
  const { fraud, validation } = plan
  const asked = folder.payload.analyse_type
  return {
    decision: asked.includes('decision')
      ? { status: plan.status ?? followingFrom(plan), status_fraud: fraud, status_validation: validation }
      : undefined,
    explanation: asked.includes('explanation') ? createAlerts(plan, digest, namesOf(folder)) : undefined,
    share_link: asked.includes('share_link') ? { url: shareUrl } : undefined,
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

/** `count` different texts. */
function pickTexts(random: Random, texts: Choices<AlertText>, count: number): AlertText[] {
  const start = random.integer(0, texts.length - 1)
  return [...texts.slice(start), ...texts.slice(0, start)].slice(0, count)
}

function namesOf({ documents }: ReceivedFolder): Choices<string> {
  const [first = '', ...rest] = documents.map(document => document.fileName)
  return [first, ...rest]
}

/** The text of an alert in both languages of the vendor. */
interface AlertText {
  readonly en: string
  readonly fr: string
}

/** Invented, as every text here. Kinds: "Explanation", https://app.finovox.com/docs/public/case_analysis/introduction */
const fraudTexts: Choices<AlertText> = [
  {
    en: 'The document was last saved by an image editor.',
    fr: 'Le document a été enregistré en dernier par un logiciel de retouche.',
  },
  {
    en: 'The creation date in the metadata is later than the date printed on the document.',
    fr: 'La date de création des métadonnées est postérieure à la date imprimée sur le document.',
  },
  {
    en: 'A block of text uses another font than the lines around it.',
    fr: 'Un bloc de texte utilise une autre police que les lignes voisines.',
  },
  {
    en: 'Part of the page was covered and written over.',
    fr: 'Une partie de la page a été recouverte puis réécrite.',
  },
  {
    en: 'The amounts of the table do not add up to its total.',
    fr: 'Les montants du tableau ne correspondent pas au total.',
  },
  {
    en: 'The same template was seen in documents that were reported as forged.',
    fr: 'Le même modèle a été observé dans des documents signalés comme falsifiés.',
  },
]

const complianceTexts: Choices<AlertText> = [
  { en: 'A proof of income is missing.', fr: 'Il manque un justificatif de revenus.' },
  { en: 'The document is older than three months.', fr: 'Le document date de plus de trois mois.' },
  {
    en: 'The resolution is too low to read every field.',
    fr: 'La résolution est trop faible pour lire tous les champs.',
  },
]

const crossDocumentTexts: Choices<AlertText> = [
  { en: 'The address differs between two documents.', fr: 'L’adresse diffère entre deux documents.' },
  {
    en: 'The declared income differs from what the documents show.',
    fr: 'Le revenu déclaré diffère de celui des documents.',
  },
]
