import { type FragmentType, readFragment } from '../../__generated__/fragment-masking.ts'
import { graphql } from '../../__generated__/gql.ts'

const ReportLinksFragment = graphql(`
  fragment ReportLinks on Analysis {
    reports {
      name
      url
    }
  }
`)

/** The report files of a provider. */
export function ReportLinks({ of }: { readonly of: FragmentType<typeof ReportLinksFragment> }) {
  const { reports } = readFragment(ReportLinksFragment, of)
  if (reports.length === 0) return null
  return (
    <ul className="row small">
      {reports.map(({ name, url }) => (
        <li key={name}>
          <a href={url} target="_blank" rel="noreferrer">
            {name}
          </a>
        </li>
      ))}
    </ul>
  )
}
