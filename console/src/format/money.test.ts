import { describe, expect, test } from 'vitest'
import { formatDecimal, formatMoney } from './money.ts'

const inEnglish = (value: string, currency = 'EUR') => formatMoney({ value, currency }, 'en-GB')

describe('formatted amounts', () => {
  test('keep every digit, also beyond floating-point precision', () => {
    expect(inEnglish('9007199254740993.01')).toBe('€9,007,199,254,740,993.01')
    expect(inEnglish('0.1000000000000000055511151231257827')).toBe('€0.1000000000000000055511151231257827')
    expect(formatDecimal('123456789012345678901234567890.50', 'en-GB')).toBe(
      '123,456,789,012,345,678,901,234,567,890.50',
    )
  })

  test('have at least the usual digits of their currency', () => {
    expect(inEnglish('1250')).toBe('€1,250.00')
    expect(inEnglish('1250', 'JPY')).toBe('¥1,250')
    expect(inEnglish('-850.5')).toBe('-€850.50')
  })

  test('have no currency when it is unknown', () => {
    expect(inEnglish('12.30', 'XXX')).toBe('12.30')
  })

  test('are unchanged when they are not decimals', () => {
    expect(inEnglish('about 5')).toBe('about 5 EUR')
    expect(formatDecimal('1e5', 'en-GB')).toBe('1e5')
  })
})
