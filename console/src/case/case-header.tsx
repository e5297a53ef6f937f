import { Link } from 'wouter'
import { type FragmentType, readFragment } from '../__generated__/fragment-masking.ts'
import { graphql } from '../__generated__/gql.ts'
import { toWords } from '../format/words.ts'
import { Badge } from '../layout/badge.tsx'
import { Fact, Facts } from '../layout/facts.tsx'
import { Icon } from '../layout/icon.tsx'
import { Moment } from '../layout/moment.tsx'
import { Title } from '../layout/title.tsx'
import styles from './case-header.module.css'

const CaseHeaderFragment = graphql(`
  fragment CaseHeader on Case {
    id
    reference
    useCase
    status
    openedAt
    updatedAt
    applicant {
      id
      reference
      kind
      displayName
      registration {
        scheme
        value
      }
    }
  }
`)

/** The applicant, the subject and the status of a case. */
export function CaseHeader({ of }: { readonly of: FragmentType<typeof CaseHeaderFragment> }) {
  const { reference, useCase, status, openedAt, updatedAt, applicant } = readFragment(CaseHeaderFragment, of)
  return (
    <header className="stack" data-gap="small">
      <Link href="/" className={styles.back}>
        <Icon name="back" />
        Work list
      </Link>
      <div className="row">
        <Title>{applicant.displayName ?? applicant.reference}</Title>
        <Badge word={status} />
      </div>
      <Facts>
        <Fact name="Applicant">{toWords(applicant.kind)}</Fact>
        {applicant.reference !== applicant.id && <Fact name="Reference">{applicant.reference}</Fact>}
        {applicant.registration && (
          <Fact name={toWords(applicant.registration.scheme)}>{applicant.registration.value}</Fact>
        )}
        {useCase !== null && <Fact name="Use case">{useCase}</Fact>}
        {reference !== null && <Fact name="Case">{reference}</Fact>}
        <Fact name="Opened">
          <Moment at={openedAt} />
        </Fact>
        <Fact name="Last change">
          <Moment at={updatedAt} />
        </Fact>
      </Facts>
    </header>
  )
}
