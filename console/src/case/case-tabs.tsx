import { Link } from 'wouter'
import { caseTabs } from './case-tab-list.ts'
import styles from './case-tabs.module.css'

interface CaseTabsProps {
  readonly caseId: string
  readonly current: string
}

/** Links to the parts of a case, each of which has its own address. */
export function CaseTabs({ caseId, current }: CaseTabsProps) {
  return (
    <nav className={styles.tabs} aria-label="Parts of the case">
      {caseTabs.map(({ key, name }) => (
        <Link
          key={key}
          href={key === 'overview' ? `/cases/${caseId}` : `/cases/${caseId}/${key}`}
          className={styles.tab}
          aria-current={key === current ? 'page' : undefined}
        >
          {name}
        </Link>
      ))}
    </nav>
  )
}
