import { styleText } from 'node:util'
import { fitText, toSingleLine, widthOf } from './fit-text.ts'
import type { HeardEvent } from './operations.ts'

/** A line for a request: `0.12 s  →  openCase`. */
export function formatRequest(ms: number, what: string, details: string, width: number): string {
  return styleText('dim', inColumns([formatTime(ms), '→', what, toSingleLine(details)], [7, 1, 30, 0], width))
}

/** A line for an event: `0.53 s  ←  #4  ANALYSIS_QUEUED  QUEUED / WAITING  REQUEST  BANK_RISK`. */
export function formatEvent(ms: number, event: HeardEvent, width: number): string {
  const { sequence, type, analysis, bankLogin, analysisStatus, analysisStage, via } = event
  const state = [analysisStatus, analysisStage].filter(part => part !== null).join(' / ')
  const parts = [formatTime(ms), '←', `#${sequence}`, type, state, via, analysis?.product ?? bankLogin?.bank.name ?? '']
  return styleText(toColour(analysisStatus), inColumns(parts, [7, 1, 3, 20, 23, 7, 0], width))
}

/** Aligns the parts in columns if they fit, else joins them with one blank. Nothing is cut. */
function inColumns(parts: readonly string[], widths: readonly number[], width: number): string {
  const columns = parts.map((part, index) => fitText(part, Math.max(widthOf(part), widths[index] ?? 0)))
  const line = `  ${columns.join('  ')}`.trimEnd()
  return widthOf(line) <= width ? line : `  ${parts.filter(part => part !== '').join('  ')}`
}

/** Seconds since the first request. */
function formatTime(ms: number): string {
  return `${(ms / 1_000).toFixed(2).padStart(5)} s`
}

function toColour(status: string | null) {
  if (status === 'COMPLETED') return 'green'
  if (status === 'PARTIAL' || status === 'ACTION_REQUIRED') return 'yellow'
  return status === 'FAILED' ? 'red' : 'cyan'
}
