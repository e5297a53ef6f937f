import type { CaseFolder } from '../case-folder.ts'
import type { CaseAnswer, FinovoxDatasource, RetrieveAnswer } from '../datasource.ts'
import type { ResultPayload } from '../payloads.ts'

/** The vendor in memory, with what a test wants it to do. */
export interface FakeVendor extends FinovoxDatasource {
  /** The names of the files of every folder it was sent, whatever came of it. */
  readonly folders: string[][]
  /** Every call so far: `case`, `retrieve token-1`. */
  readonly calls: string[]
  /** What a folder is answered with; a token unless told. Called when the folder has arrived. */
  onCase: (count: number) => CaseAnswer
  /** What questions for results are answered with, in turn; then that there is one. */
  readonly answers: (() => RetrieveAnswer)[]
}

export function createFakeVendor(): FakeVendor {
  const fake: FakeVendor = {
    within: () => fake,
    folders: [],
    calls: [],
    onCase: count => ({ kind: 'accepted', retrieveToken: `token-${count}` }),
    answers: [],
    async submitCase({ documents }: CaseFolder) {
      fake.calls.push('case')
      fake.folders.push(documents.map(document => document.fileName))
      return fake.onCase(fake.folders.length)
    },
    async retrieve(retrieveToken) {
      fake.calls.push(`retrieve ${retrieveToken}`)
      return fake.answers.shift()?.() ?? { kind: 'answered', result: approval }
    },
  }
  return fake
}

/** The shortest result. */
export const approval: ResultPayload = {
  decision: { status: 'approved', fraudRisk: 'low', validation: 'compliant' },
  alerts: [],
  shareUrl: null,
}

export const running: RetrieveAnswer = { kind: 'running', status: 'processing', runId: '04_20_12_30_45_9f8d' }
