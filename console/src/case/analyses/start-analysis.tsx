import { useState } from 'react'
import { type FragmentType, readFragment } from '../../__generated__/fragment-masking.ts'
import { graphql } from '../../__generated__/gql.ts'
import { Icon } from '../../layout/icon.tsx'
import { Part } from '../../loading/part.tsx'
import { StartAnalysisForm } from './start-analysis-form.tsx'

const StartAnalysisFragment = graphql(`
  fragment StartAnalysis on Case {
    documents {
      id
      status
    }
    ...StartAnalysisForm
  }
`)

/** Opens the form for a new analysis when the case has a document. */
export function StartAnalysis({ of }: { readonly of: FragmentType<typeof StartAnalysisFragment> }) {
  const shown = readFragment(StartAnalysisFragment, of)
  const [isOpen, setIsOpen] = useState(false)
  if (!shown.documents.some(({ status }) => status === 'STORED'))
    return <p className="muted">Add a document first. An analysis needs one.</p>
  if (!isOpen)
    return (
      <div>
        <button type="button" data-kind="primary" onClick={() => setIsOpen(true)}>
          <Icon name="plus" />
          Start an analysis
        </button>
      </div>
    )
  return (
    <Part label="Loading the providers">
      <StartAnalysisForm of={shown} onClose={() => setIsOpen(false)} />
    </Part>
  )
}
