import type { CaseFolder } from '../case-folder.ts'
import type { CaseAnswer, FinovoxDatasource, RetrieveAnswer } from '../datasource.ts'
import type { ResultPayload } from '../payloads.ts'

/** The vendor in memory, with what a test wants it to do. */
export interface FakeVendor extends FinovoxDatasource {
  /** The file names of every folder that was sent, also of refused ones. */
  readonly folders: string[][]
  /** Every call so far: `case`, `retrieve token-1`. */
  readonly calls: string[]
  /** The answer to a folder. Called when the folder has arrived. Default: a token. */
  onCase: (count: number) => CaseAnswer
  /** The answers to `retrieve`, in turn. After the last one, there is a result. */
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
