import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyText } from '../../test/support/any-text.ts'
import { widthOf } from './fit-text.ts'
import { type Column, formatTable } from './format-table.ts'

interface Row {
  readonly text: string
  readonly kind: string
  readonly amount: string
}

const columns: readonly Column<Row>[] = [
  { title: 'Text', text: row => row.text, flexible: true },
  { title: 'Kind', text: row => row.kind, optional: true },
  { title: 'Amount', text: row => row.amount, align: 'right' },
]

test('a long text is cut, an amount never is', () => {
  const rows = [
    { text: 'A text that is longer than there is room for', kind: 'FEES', amount: '-1234567.89' },
    { text: 'short', kind: 'SALARY', amount: '0.1' },
  ]
  expect(formatTable(columns, rows, 44)).toEqual([
    '  Text                   Kind         Amount',
    '  A text that is longe…  FEES    -1234567.89',
    '  short                  SALARY          0.1',
  ])
  expect(formatTable(columns, rows, 34)).toEqual([
    '  Text                      Amount',
    '  A text that is lon…  -1234567.89',
    '  short                        0.1',
  ])
})

test('a column without content is left out, and a table without rows says so', () => {
  expect(formatTable(columns, [{ text: 'Rent', kind: '', amount: '-850.00' }], 80)).toEqual([
    '  Text   Amount',
    '  Rent  -850.00',
  ])
  expect(formatTable(columns, [], 80)).toEqual(['  none'])
})

test('texts stay on one line within the width, and contain no terminal control sequences', () => {
  fc.assert(
    fc.property(fc.array(anyText(), { minLength: 1 }), fc.integer({ min: 40, max: 200 }), (texts, width) => {
      const rows = texts.map(text => ({ text: `${text}\u001b[31m`, kind: 'OTHER', amount: '-10.00' }))
      const lines = formatTable(columns, rows, width)
      expect(lines).toHaveLength(rows.length + 1)
      for (const line of lines) {
        expect(widthOf(line)).toBeLessThanOrEqual(width)
        expect(line).not.toMatch(/\p{Cc}/u)
      }
    }),
  )
})
