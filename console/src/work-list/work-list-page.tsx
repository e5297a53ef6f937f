import { useDeferredValue } from 'react'
import { Link } from 'wouter'
import { Field } from '../layout/field.tsx'
import { Icon } from '../layout/icon.tsx'
import { Title } from '../layout/title.tsx'
import { Part } from '../loading/part.tsx'
import { ApplicantSearch } from './applicant-search.tsx'
import { CaseList } from './case-list.tsx'
import { CaseViewLinks } from './case-view-links.tsx'
import { caseOrders } from './case-views.ts'
import { ChosenApplicant } from './chosen-applicant.tsx'
import { useWorkListView } from './use-work-list-view.ts'
import styles from './work-list-page.module.css'

/** All cases with views and filters, kept up to date. */
export function WorkListPage() {
  const { view, applicantId, query, chooseOrder, chooseApplicant } = useWorkListView()
  // The previous view stays while the new one is loaded.
  const shown = useDeferredValue(query)

  return (
    <div className="stack">
      <div className="row" data-justify="between">
        <Title>Work list</Title>
        <Link href="/new" className="button" data-kind="primary">
          <Icon name="plus" />
          New case
        </Link>
      </div>
      <Part label="Counting cases" lines={1}>
        <CaseViewLinks current={view.key} />
      </Part>
      <div className={styles.tools}>
        <ApplicantSearch onChoose={chooseApplicant} />
        <Field label="Sorted by">
          {control => (
            <select {...control} value={query.orderBy} onChange={event => chooseOrder(event.target.value)}>
              {caseOrders.map(({ order, name }) => (
                <option key={order} value={order}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      {applicantId !== null && (
        <Part label="Loading the applicant" lines={1}>
          <ChosenApplicant id={applicantId} onRemove={() => chooseApplicant(null)} />
        </Part>
      )}
      <Part label="Loading cases" lines={8}>
        <CaseList query={shown} />
      </Part>
    </div>
  )
}
