import { useRoute } from 'wouter'
import { graphql } from '../__generated__/gql.ts'
import { NotFound } from '../layout/not-found.tsx'
import { Panel } from '../layout/panel.tsx'
import { Part } from '../loading/part.tsx'
import { useLoaded } from '../loading/use-loaded.ts'
import { CaseHeader } from './case-header.tsx'
import styles from './case-page.module.css'
import { findCaseTab } from './case-tab-list.ts'
import { CaseTabs } from './case-tabs.tsx'
import { LiveState } from './timeline/live-state.tsx'
import { Timeline } from './timeline/timeline.tsx'

const CasePageQuery = graphql(`
  query CasePage($id: ID!) {
    case(id: $id) {
      id
      ...CaseHeader
    }
  }
`)

interface CasePageProps {
  readonly id: string
}

/** One case with its tabs and its timeline. */
export function CasePage({ id }: CasePageProps) {
  const [, params] = useRoute('/cases/:id/:tab')
  const { case: shown } = useLoaded(CasePageQuery, { id }).data
  if (shown === null) return <NotFound />
  const { Content, key } = findCaseTab(params?.tab)
  return (
    <div className="stack">
      <CaseHeader of={shown} />
      <CaseTabs caseId={id} current={key} />
      <div className={styles.columns}>
        <div className={styles.main}>
          <Part key={key} label="Loading" lines={8}>
            <Content caseId={id} />
          </Part>
        </div>
        <aside className={styles.aside} aria-label="What happens">
          <Panel title="Timeline" actions={<LiveState />}>
            <Timeline caseId={id} />
          </Panel>
        </aside>
      </div>
    </div>
  )
}
