import { useState } from 'react'
import { type FragmentType, readFragment } from '../../__generated__/fragment-masking.ts'
import { graphql } from '../../__generated__/gql.ts'
import { useProviders } from '../analyses/use-providers.ts'
import { SendShipmentForm } from './send-shipment-form.tsx'

const SendShipmentFragment = graphql(`
  fragment SendShipment on Case {
    documents {
      id
      status
    }
    ...SendShipmentForm
  }
`)

/** The way to a new letter or fax, where a provider sends any and there is a document. */
export function SendShipment({ of }: { readonly of: FragmentType<typeof SendShipmentFragment> }) {
  const shown = readFragment(SendShipmentFragment, of)
  const [isOpen, setIsOpen] = useState(false)
  if (!useProviders().some(({ capabilities }) => capabilities.includes('shipments')))
    return <p className="muted">No provider that is switched on sends letters or faxes.</p>
  if (!shown.documents.some(({ status }) => status === 'STORED'))
    return <p className="muted">Add a document first: letters and faxes are documents of the case.</p>
  if (isOpen) return <SendShipmentForm of={shown} onClose={() => setIsOpen(false)} />
  return (
    <div>
      <button type="button" data-kind="primary" onClick={() => setIsOpen(true)}>
        Send a letter or fax
      </button>
    </div>
  )
}
