import fc from 'fast-check'
import { neverAborted } from '../../../test/support/never-aborted.ts'
import { expect, test } from 'vitest'
import { createConsentStatements } from './consent-statements.ts'
import { blank, createFakeVendor } from './testing/fake-vendor.ts'

const minuteMs = 60_000

function setUp(order: 'newest first' | 'oldest first' = 'newest first') {
  const vendor = createFakeVendor()
  let nowMs = 0
  let made = 0
  const statements = createConsentStatements(vendor, () => new Date(nowMs))
  return {
    vendor,
    add(consentRequestId: string | null = null): string {
      const id = `st-${++made}`
      const statement = { ...blank, id, consentRequestId }
      if (order === 'newest first') vendor.statements.unshift(statement)
      else vendor.statements.push(statement)
      return id
    },
    remove(id: string) {
      vendor.statements.splice(
        vendor.statements.findIndex(statement => statement.id === id),
        1,
      )
    },
    pass(ms: number) {
      nowMs += ms
    },
    async find(...requestIds: string[]) {
      vendor.calls.length = 0
      const found = Object.fromEntries(await statements.find(requestIds, neverAborted))
      return { found, pages: vendor.calls.length }
    },
  }
}

test('the first look reads every page, and later ones read one page when the newest come first', async () => {
  const { add, find } = setUp()
  const wanted = add('con-1')
  for (let count = 0; count < 149; count += 1) add()
  expect(await find('con-1', 'con-2')).toEqual({ found: { 'con-1': [wanted] }, pages: 3 })
  expect(await find('con-1', 'con-2')).toEqual({ found: { 'con-1': [wanted] }, pages: 1 })
  const added = add('con-2')
  expect(await find('con-1', 'con-2')).toEqual({ found: { 'con-1': [wanted], 'con-2': [added] }, pages: 1 })
})

test('when the oldest come first, an added statement is found on the last page', async () => {
  const { add, find } = setUp('oldest first')
  for (let count = 0; count < 120; count += 1) add()
  expect(await find('con-1')).toEqual({ found: {}, pages: 3 })
  expect(await find('con-1')).toEqual({ found: {}, pages: 1 })
  const added = add('con-1')
  expect(await find('con-1')).toEqual({ found: { 'con-1': [added] }, pages: 3 })
})

test('when statements were deleted, the whole list is read again', async () => {
  const { add, remove, find } = setUp('oldest first')
  const old = [...Array(120).keys()].map(() => add())
  await find('con-1')
  for (const id of old.slice(0, 2)) remove(id)
  const added = add('con-1')
  expect((await find('con-1')).found).toEqual({ 'con-1': [added] })
})

test('seen statements are remembered for only ten minutes, because a deletion can hide an addition', async () => {
  const { add, remove, find, pass } = setUp('oldest first')
  const old = [...Array(120).keys()].map(() => add())
  await find('con-1')
  remove(old[0] ?? '')
  const added = add('con-1')
  pass(10 * minuteMs)
  expect((await find('con-1')).found).toEqual({ 'con-1': [added] })
})

test('a list without a total is read to its end, and a list without pages is read twice', async () => {
  const { add, find, vendor } = setUp()
  for (let count = 0; count < 60; count += 1) add()
  const added = add('con-1')
  const { list } = vendor
  vendor.list = async page => ({ ...(await list(page)), total: null })
  expect(await find('con-1')).toEqual({ found: { 'con-1': [added] }, pages: 3 })
  vendor.list = async page => {
    vendor.calls.push(`list ${page}`)
    return { items: vendor.statements, total: null }
  }
  expect(await find('con-1')).toEqual({ found: { 'con-1': [added] }, pages: 2 })
})

test('an endless list is read for at most 200 pages', async () => {
  const { find, vendor } = setUp()
  let made = 0
  vendor.list = async page => {
    vendor.calls.push(`list ${page}`)
    return { items: [{ ...blank, id: `st-${made++}` }], total: 1_000_000 }
  }
  expect(await find('con-1')).toEqual({ found: {}, pages: 200 })
})

test('statements added between looks are found in either order', async () => {
  const change = fc.record({ requests: fc.array(fc.constantFrom(null, 'con-1', 'con-2'), { maxLength: 70 }) })
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('newest first', 'oldest first'),
      fc.array(change, { maxLength: 5 }),
      async (order, changes) => {
        const { add, find } = setUp(order)
        const expected: Record<string, string[]> = {}
        for (const { requests } of changes) {
          for (const request of requests) {
            const id = add(request)
            if (request !== null) expected[request] = [...(expected[request] ?? []), id]
          }
          const { found } = await find('con-1', 'con-2')
          const sorted = Object.fromEntries(Object.entries(found).map(([request, ids]) => [request, ids.toSorted()]))
          for (const ids of Object.values(expected)) ids.sort()
          expect(sorted).toEqual(expected)
        }
      },
    ),
    { numRuns: 60 },
  )
})
