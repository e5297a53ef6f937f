import { LRUCache } from 'lru-cache'
import type { z } from 'zod'
import type { VendorAccountId } from '../domain/subject.ts'
import type { Queries } from '../store/database.ts'
import { type KeptAnswer, readVendorAnswers, saveVendorAnswers } from '../store/vendor-answers.ts'
import { inParts } from './by-key.ts'

/** A vendor's answer with its time. */
export interface LiveAnswer<Value> {
  readonly value: Value
  readonly retrievedAt: Date
  /** Whether it is older than `freshMs`, because the vendor did not answer when it was asked again. */
  readonly stale: boolean
}

/** A kind of question to vendors. */
export interface LiveQuestion<Value> {
  /** The name under which answers are stored, together with the key of the question. */
  readonly name: string
  /** The age of an answer, in milliseconds, at which the vendor is asked again. */
  readonly freshMs: number
  /** The most answers in memory. 0 for personal data. */
  readonly mostInMemory: number
  /** The form of a stored answer. One that another version of this program stored in another form is ignored. */
  readonly schema: z.ZodType<Value>
}

/** Stores answers by question for all servers. */
export interface AnswerStore<Place> {
  read(place: Place, questions: readonly string[]): Promise<ReadonlyMap<string, KeptAnswer>>
  save(place: Place, answers: ReadonlyMap<string, KeptAnswer>): Promise<void>
}

/** The dependencies of questions to vendors. */
export interface LiveDeps {
  readonly now: () => Date
  /** Creates a signal that is aborted after a number of milliseconds. */
  readonly deadline?: (ms: number) => AbortSignal
}

export interface LiveAnswersDeps<Place> extends LiveDeps {
  readonly store: AnswerStore<Place>
}

/** Asks a vendor several questions of one kind in one call. */
export interface ManyQuestions<Value> {
  /** The most questions in one call. */
  readonly perCall: number
  /** The most calls. Further questions are not asked this time. */
  readonly mostCalls: number
  /** @returns an answer for each key, in their order */
  ask(keys: readonly string[], signal: AbortSignal): Promise<readonly Value[]>
}

/**
 * Returns the stored answer if it is fresh, else the vendor's new answer, else the stored one marked as stale. Equal
 * parallel questions share one call, and none waits longer than `budgetMs`.
 */
export interface LiveAnswers<Place, Value> {
  /** @throws AppError the error of the call, when no answer is stored */
  read(place: Place, ask: (signal: AbortSignal) => Promise<Value>, key?: string): Promise<LiveAnswer<Value>>
  /** @returns the answer for each key, or null when none is stored and the vendor gives none now */
  readMany(
    place: Place,
    keys: readonly string[],
    many: ManyQuestions<Value>,
  ): Promise<readonly (LiveAnswer<Value> | null)[]>
}

/** Optional: a missing answer is no error. */
type Asking<Value> = ManyQuestions<Value> & { readonly isOptional: boolean }
type Kept<Value> = Omit<LiveAnswer<Value>, 'stale'>
type Outcome<Value> = { readonly answer: LiveAnswer<Value> } | { readonly error: unknown }

/** The longest wait of a query for a vendor. */
const budgetMs = 5_000
/** How long the vendor is not asked again after a failure, if an answer is stored or optional. */
const pauseMs = 60_000
/** The most vendor accounts or applicants whose last failure is remembered. */
const mostPlaces = 1_000
/** The most parallel calls of one read. */
const callsAtOnce = 3

/** Asks vendors questions of one kind that are not about an applicant, and stores their answers. */
export function createAccountAnswers<Value>(
  { database, ...deps }: LiveDeps & { readonly database: Queries },
  question: LiveQuestion<Value>,
): LiveAnswers<VendorAccountId, Value> {
  const store: AnswerStore<VendorAccountId> = {
    read: (account, questions) => readVendorAnswers(database, account, questions),
    save: (account, answers) => saveVendorAnswers(database, account, answers),
  }
  return createLiveAnswers({ ...deps, store }, question)
}

/** Asks vendors questions of one kind and stores their answers. */
export function createLiveAnswers<Place, Value>(
  { store, now, deadline = AbortSignal.timeout }: LiveAnswersDeps<Place>,
  { name, freshMs, mostInMemory, schema }: LiveQuestion<Value>,
): LiveAnswers<Place, Value> {
  const known = mostInMemory > 0 ? new LRUCache<string, Kept<Value>>({ max: mostInMemory }) : null
  const failedAt = new LRUCache<string, number>({ max: mostPlaces })
  const asked = new Map<string, Promise<Outcome<Value>>>()

  const isFresh = ({ retrievedAt }: Kept<Value>) => now().getTime() - retrievedAt.getTime() < freshMs
  const isPaused = (at: string) => now().getTime() - (failedAt.get(at) ?? Number.NEGATIVE_INFINITY) < pauseMs
  const toQuestion = (key: string) => (key === '' ? name : `${name}:${key}`)
  const toId = (place: Place, key: string) => `${JSON.stringify(place)} ${key}`

  /** The stored answers, which another server may have written meanwhile. */
  async function readKept(place: Place, keys: readonly string[]): Promise<Map<string, Kept<Value>>> {
    const rows = await store.read(place, keys.map(toQuestion))
    const kept = keys.flatMap((key): [string, Kept<Value>][] => {
      const row = rows.get(toQuestion(key))
      const parsed = schema.safeParse(row?.answer)
      const found =
        row && parsed.success ? { value: parsed.data, retrievedAt: row.retrievedAt } : known?.get(toId(place, key))
      return found ? [[key, found]] : []
    })
    return new Map(kept)
  }

  async function find(
    place: Place,
    keys: readonly string[],
    questions: Asking<Value>,
  ): Promise<Map<string, Outcome<Value>>> {
    const at = JSON.stringify(place)
    const kept = await readKept(place, keys)
    const paused = isPaused(at)
    const missing = keys.filter(key => {
      const answer = kept.get(key)
      return !(answer && isFresh(answer)) && !(paused && (answer || questions.isOptional))
    })
    const { answers, failure } = await askFor(missing, questions)
    if (failure !== null) failedAt.set(at, now().getTime())
    const rows = [...answers].map(
      ([key, { value, retrievedAt }]) => [toQuestion(key), { answer: value, retrievedAt }] as const,
    )
    if (rows.length > 0) await store.save(place, new Map(rows))
    return new Map(
      keys.map((key): [string, Outcome<Value>] => {
        const answer = answers.get(key) ?? kept.get(key)
        if (!answer) return [key, { error: failure }]
        known?.set(toId(place, key), answer)
        return [key, { answer: { ...answer, stale: !isFresh(answer) } }]
      }),
    )
  }

  /** Asks the vendor, in several calls if there are many questions. */
  async function askFor(keys: readonly string[], { perCall, mostCalls, ask }: Asking<Value>) {
    const answers = new Map<string, Kept<Value>>()
    let failure: unknown = null
    if (keys.length === 0) return { answers, failure }
    const signal = deadline(budgetMs)
    await callInTurn(inParts(keys, perCall).slice(0, mostCalls), async part => {
      try {
        const values = await ask(part, signal)
        if (values.length !== part.length)
          throw new Error(`${name}: ${values.length} answers to ${part.length} questions.`)
        const retrievedAt = now()
        for (const [index, value] of values.entries()) answers.set(part[index] ?? '', { value, retrievedAt })
      } catch (error) {
        failure = error
      }
    })
    return { answers, failure }
  }

  /** The outcome of each key. Keys that no other call waits for are read together. */
  function readOutcomes(place: Place, keys: readonly string[], many: Asking<Value>): Promise<Outcome<Value>[]> {
    const outcomes = new Map<string, Promise<Outcome<Value>> | Outcome<Value>>()
    for (const key of keys) {
      const kept = known?.get(toId(place, key))
      const waiting = asked.get(toId(place, key))
      if (kept && isFresh(kept)) outcomes.set(key, { answer: { ...kept, stale: false } })
      else if (waiting) outcomes.set(key, waiting)
    }
    const own = [...new Set(keys)].filter(key => !outcomes.has(key))
    if (own.length > 0) {
      const found = find(place, own, many)
      for (const key of own) {
        const outcome = found.then(all => all.get(key) ?? { error: null }).finally(() => asked.delete(toId(place, key)))
        asked.set(toId(place, key), outcome)
        outcomes.set(key, outcome)
      }
    }
    return Promise.all(keys.map(async key => (await outcomes.get(key)) ?? { error: null }))
  }

  return {
    async read(place, ask, key = '') {
      const one: Asking<Value> = {
        perCall: 1,
        mostCalls: 1,
        isOptional: false,
        ask: async (_keys, signal) => [await ask(signal)],
      }
      const [outcome] = await readOutcomes(place, [key], one)
      if (outcome && 'answer' in outcome) return outcome.answer
      throw outcome?.error
    },
    async readMany(place, keys, many) {
      const outcomes = await readOutcomes(place, keys, { ...many, isOptional: true })
      return outcomes.map(outcome => ('answer' in outcome ? outcome.answer : null))
    },
  }
}

async function callInTurn<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const left = items.values()
  await Promise.all(
    Array.from({ length: callsAtOnce }, async () => {
      for (const item of left) await work(item)
    }),
  )
}
