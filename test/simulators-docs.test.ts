import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { providers } from '../src/providers/index.ts'
import { createLogger } from '../src/server/create-logger.ts'
import { type DocumentOutcome, outcomeNames } from '../src/simulation/outcomes.ts'

const text = readFileSync(resolve(import.meta.dirname, '../docs/simulators.md'), 'utf8')
const logger = createLogger('silent')

const toTable = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [head, head.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n')

function toDuration({ takesMs, awaitedMs = 0 }: DocumentOutcome): string {
  if (takesMs === null) return 'never; the deadline ends it'
  const seconds = (takesMs + awaitedMs) / 1_000
  if (seconds === 0) return 'at once'
  if (seconds >= 7_200) return `${seconds / 3_600} h`
  return seconds > 120 ? `${Math.ceil(seconds / 60)} min` : `${seconds} s`
}

const toEnd = ({ status, errorCode, requiredAction }: DocumentOutcome) =>
  [status, errorCode, requiredAction].flatMap(word => (word === undefined ? [] : [`\`${word}\``])).join(' ')

test('docs/simulators.md names every outcome, in the order of the menu', () => {
  const rows = Object.entries(outcomeNames).map(([outcome, [name, description]]) => [
    `\`${outcome}\``,
    name,
    description,
  ])
  expect(text).toContain(toTable(['outcome', 'name', 'what it is'], rows))
})

test.each(providers)('docs/simulators.md describes each outcome of $name', ({ name, createSimulator }) => {
  const { documents, bankLogins = [] } = createSimulator({ port: 0, speed: 1, logger, webhookUrl: null }).outcomes
  const rows = documents.map(one => [
    `\`${one.outcome}\``,
    `\`${one.product}\``,
    toEnd(one),
    toDuration(one),
    one.words.map(word => `\`${word}\``).join(' '),
    one.description,
  ])
  const table = toTable(['outcome', 'of', 'ends', 'takes at most', 'words', 'what is special'], rows)
  expect(text).toContain(`### ${name}\n\n${table}\n`)
  if (bankLogins.length === 0) return
  const logins = bankLogins.map(one => [
    one.name,
    one.bank,
    `\`${one.userName}\``,
    `\`${one.password}\``,
    `\`${one.ends}\``,
    one.description,
  ])
  expect(text).toContain(toTable(['name', 'bank', 'user name', 'password', 'session ends', 'what is special'], logins))
})
