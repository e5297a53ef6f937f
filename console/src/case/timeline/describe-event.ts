import { type Tone, toWords } from '../../format/words.ts'

interface DescribedEvent {
  readonly type: string
  readonly analysisStatus: string | null
  readonly analysisStage: string | null
  readonly analysis: { readonly product: string; readonly provider: { readonly name: string } } | null
  readonly document: { readonly fileName: string } | null
  readonly bankLogin: { readonly bank: { readonly name: string } } | null
}

interface Description {
  readonly title: string
  /** The object of the event; null when it is erased or adds nothing. */
  readonly subject: string | null
  readonly tone: Tone
}

const titles: Readonly<Record<string, readonly [title: string, tone: Tone]>> = {
  CASE_OPENED: ['Case opened', 'plain'],
  CASE_SETTLED: ['Everything asked for has ended', 'good'],
  DOCUMENT_STORED: ['Document arrived', 'plain'],
  DOCUMENT_REJECTED: ['Document refused', 'bad'],
  ANALYSIS_QUEUED: ['Analysis asked for', 'plain'],
  ANALYSIS_ACTION_REQUIRED: ['Analysis waits for somebody', 'caution'],
  ANALYSIS_COMPLETED: ['Analysis complete', 'good'],
  ANALYSIS_PARTIAL: ['Analysis complete in part', 'caution'],
  ANALYSIS_FAILED: ['Analysis failed', 'bad'],
  ANALYSIS_CANCELLED: ['Analysis given up', 'plain'],
  BANK_LOGIN_CONNECTED: ['Bank connected', 'good'],
  BANK_LOGIN_SYNCHRONIZED: ['Bank read', 'good'],
  BANK_LOGIN_ACCOUNTS_CHANGED: ['Other accounts than before', 'plain'],
  BANK_LOGIN_ACTION_REQUIRED: ['The customer has to sign in at the bank', 'caution'],
  BANK_LOGIN_FAILED: ['The bank could not be read', 'bad'],
  BANK_LOGIN_REMOVED: ['Bank removed', 'plain'],
}

/** An event in words. A type of a later release is shown by its name. */
export function describeEvent(event: DescribedEvent): Description {
  const { type, analysis, document, bankLogin } = event
  const [title, tone] = titles[type] ?? [
    type === 'ANALYSIS_PROGRESSED' ? describeProgress(event) : toWords(type),
    'busy',
  ]
  const subject = analysis
    ? `${toWords(analysis.product)} by ${analysis.provider.name}`
    : (document?.fileName ?? bankLogin?.bank.name ?? null)
  return { title, subject, tone }
}

function describeProgress({ analysisStatus, analysisStage }: DescribedEvent): string {
  const status = analysisStatus === null ? 'Analysis goes on' : toWords(analysisStatus)
  return analysisStage === null ? status : `${status}: ${toWords(analysisStage).toLowerCase()}`
}
