import { useMutation } from '@apollo/client/react'
import { graphql } from '../../__generated__/gql.ts'
import { CommandForm } from '../../commands/command-form.tsx'
import { given } from '../../commands/given.ts'
import { newIdempotencyKey } from '../../commands/new-idempotency-key.ts'
import { Field } from '../../layout/field.tsx'
import styles from './analysis-card.module.css'

const RequestConsent = graphql(`
  mutation RequestConsent($input: RequestConsentInput!) {
    requestConsent(input: $input) {
      consent {
        id
        analysis {
          id
          ...AnalysisCard
        }
      }
      userErrors {
        code
        message
        field
      }
    }
  }
`)

interface InviteCustomerFormProps {
  readonly caseId: string
  readonly onClose: () => void
}

/** Invites a customer. This creates an analysis, which shows the address of the page for the customer. */
export function InviteCustomerForm({ caseId, onClose }: InviteCustomerFormProps) {
  const [requestConsent] = useMutation(RequestConsent, { refetchQueries: ['CaseOverview'] })
  async function act(form: FormData): Promise<void> {
    const input = {
      caseId,
      customerName: String(form.get('customerName') ?? ''),
      customerEmail: String(form.get('customerEmail') ?? '') || null,
      idempotencyKey: newIdempotencyKey(),
    }
    given((await requestConsent({ variables: { input } })).data?.requestConsent)
    onClose()
  }

  return (
    <CommandForm label="Invite the customer" submitLabel="Invite" pendingLabel="Inviting…" act={act} onCancel={onClose}>
      <p>The customer uploads bank statements on a page of the provider.</p>
      <div className={styles.fields}>
        <Field label="Name of the customer" hint="Sent to the provider, and not stored.">
          {control => <input {...control} name="customerName" required maxLength={200} autoComplete="off" />}
        </Field>
        <Field label="E-mail of the customer" hint="For providers that write to customers. May be left empty.">
          {control => <input {...control} name="customerEmail" type="email" maxLength={254} autoComplete="off" />}
        </Field>
      </div>
    </CommandForm>
  )
}
