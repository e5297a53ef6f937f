import { LRUCache } from 'lru-cache'
import type { Queries } from '../store/database.ts'
import { readVendorAnswer, saveVendorAnswer, type VendorQuestion } from '../store/vendor-answers.ts'

/** What a vendor answered, and when. */
export interface LiveAnswer<Value> {
  readonly value: Value
  readonly retrievedAt: Date
  /** Whether it is older than it should be, because the vendor did not answer when it was asked again. */
  readonly stale: boolean
}

/** A kind of question to vendors that is about nobody. */
export interface LiveQuestion<Value> {
  readonly name: string
  /** How old an answer may be, in milliseconds, before the vendor is asked again. */
  readonly freshMs: number
  /** A kept answer; null for one that another version of this program kept in another form. */
  parse(kept: unknown): Value | null
}

export interface LiveAnswersDeps {
  readonly database: Queries
  readonly now: () => Date
  /** A signal that is aborted after so many milliseconds. */
  readonly deadline?: (ms: number) => AbortSignal
}

export interface LiveAnswers<Value> {
  /**
   * The kept answer while it is fresh, else what the vendor answers now, else the kept one, marked stale. Whoever asks the same
   * account at the same time waits for the same call.
   *
   * @throws AppError what the call ends with, when no answer is kept
   */
  read(account: VendorAccount, ask: (signal: AbortSignal) => Promise<Value>): Promise<LiveAnswer<Value>>
}

type VendorAccount = Omit<VendorQuestion, 'question'>
type Kept<Value> = Omit<LiveAnswer<Value>, 'stale'>

/** No query waits longer for a vendor. */
const budgetMs = 5_000
/** After a failure the account is not asked again for so long, where an answer is kept. */
const pauseMs = 60_000
/** Answers in memory at most; the database has all of them. */
const mostKept = 100

/** Asks vendors a question, and keeps their answers in memory and in the database. */
export function createLiveAnswers<Value>(
  { database, now, deadline = AbortSignal.timeout }: LiveAnswersDeps,
  question: LiveQuestion<Value>,
): LiveAnswers<Value> {
  const known = new LRUCache<string, Kept<Value>>({ max: mostKept })
  const failedAt = new LRUCache<string, number>({ max: mostKept })
  const asked = new Map<string, Promise<LiveAnswer<Value>>>()
  const ageOf = ({ retrievedAt }: Kept<Value>) => now().getTime() - retrievedAt.getTime()
  const isFresh = (kept: Kept<Value>) => ageOf(kept) < question.freshMs

  async function load(at: VendorQuestion): Promise<Kept<Value> | null> {
    const row = await readVendorAnswer(database, at)
    const value = row && question.parse(row.answer)
    return row && value !== null ? { value, retrievedAt: row.retrievedAt } : null
  }

  async function find(key: string, account: VendorAccount, ask: (signal: AbortSignal) => Promise<Value>) {
    const at = { ...account, question: question.name }
    // Another server may have asked since.
    const kept = (await load(at)) ?? known.get(key) ?? null
    if (kept) known.set(key, kept)
    if (kept && isFresh(kept)) return { ...kept, stale: false }
    const isPaused = now().getTime() - (failedAt.get(key) ?? Number.NEGATIVE_INFINITY) < pauseMs
    if (kept && isPaused) return { ...kept, stale: true }
    try {
      const found = { value: await ask(deadline(budgetMs)), retrievedAt: now() }
      await saveVendorAnswer(database, at, { answer: found.value, retrievedAt: found.retrievedAt })
      known.set(key, found)
      return { ...found, stale: false }
    } catch (error) {
      failedAt.set(key, now().getTime())
      if (kept) return { ...kept, stale: true }
      throw error
    }
  }

  return {
    async read(account, ask) {
      const key = JSON.stringify([account.providerId, account.accountKey])
      const kept = known.get(key)
      if (kept && isFresh(kept)) return { ...kept, stale: false }
      const waiting = asked.get(key)
      if (waiting) return waiting
      const answer = find(key, account, ask).finally(() => asked.delete(key))
      asked.set(key, answer)
      return answer
    },
  }
}
