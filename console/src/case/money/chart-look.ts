/** The style of axes in every chart. */
export const axis = {
  stroke: 'var(--text-muted)',
  tick: { fill: 'var(--text-muted)', fontSize: 12 },
  tickLine: false,
  axisLine: false,
  minTickGap: 24,
} as const

/** The style of grid lines in every chart. */
export const grid = { vertical: false, stroke: 'var(--line)' } as const

const compact = new Intl.NumberFormat(undefined, { notation: 'compact', maximumFractionDigits: 1 })

/** The label of a number on an axis, such as `12K`. */
export function shortNumber(value: number): string {
  return compact.format(value)
}
