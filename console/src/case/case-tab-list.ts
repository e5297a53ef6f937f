import { type ComponentType, lazy } from 'react'
import { OverviewTab } from './overview-tab.tsx'

interface CaseTab {
  /** Its key in the address of the page. */
  readonly key: string
  readonly name: string
  readonly Content: ComponentType<{ readonly caseId: string }>
}

const overview: CaseTab = { key: 'overview', name: 'Documents and analyses', Content: OverviewTab }

/** The tabs of a case. The first one is loaded with the page, the others when opened. */
export const caseTabs: readonly CaseTab[] = [
  overview,
  {
    key: 'money',
    name: 'Statements and money',
    Content: lazy(async () => ({ default: (await import('./money/money-tab.tsx')).MoneyTab })),
  },
  {
    key: 'risk',
    name: 'Risk',
    Content: lazy(async () => ({ default: (await import('./risk/risk-tab.tsx')).RiskTab })),
  },
  {
    key: 'banks',
    name: 'Bank logins',
    Content: lazy(async () => ({ default: (await import('./banks/banks-tab.tsx')).BanksTab })),
  },
  {
    key: 'letters',
    name: 'Letters and faxes',
    Content: lazy(async () => ({ default: (await import('./letters/letters-tab.tsx')).LettersTab })),
  },
]

/** The tab with this key; the first one when there is none. */
export function findCaseTab(key: string | undefined): CaseTab {
  return caseTabs.find(tab => tab.key === key) ?? overview
}
