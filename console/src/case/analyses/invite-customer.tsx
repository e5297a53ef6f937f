import { useState } from 'react'
import { InviteCustomerForm } from './invite-customer-form.tsx'
import { useProviders } from './use-providers.ts'

/** The way to statements that the customer hands to a provider without us. Nothing where no provider invites customers. */
export function InviteCustomer({ caseId }: { readonly caseId: string }) {
  const [isOpen, setIsOpen] = useState(false)
  if (!useProviders().some(({ capabilities }) => capabilities.includes('consents'))) return null
  if (isOpen) return <InviteCustomerForm caseId={caseId} onClose={() => setIsOpen(false)} />
  return (
    <div>
      <button type="button" onClick={() => setIsOpen(true)}>
        Invite the customer
      </button>
    </div>
  )
}
