import { useState } from 'react'
import { type FragmentType, readFragment } from '../../__generated__/fragment-masking.ts'
import { graphql } from '../../__generated__/gql.ts'
import type { ShipmentChannel } from '../../__generated__/graphql.ts'
import { CommandForm } from '../../commands/command-form.tsx'
import { newIdempotencyKey } from '../../commands/new-idempotency-key.ts'
import { Field } from '../../layout/field.tsx'
import { AddressFields } from './address-fields.tsx'
import styles from './letters.module.css'
import { readShipment } from './read-shipment.ts'
import { useSendShipment } from './use-send-shipment.ts'

const SendShipmentFormFragment = graphql(`
  fragment SendShipmentForm on Case {
    applicant {
      id
    }
    documents {
      id
      fileName
      status
    }
  }
`)

interface SendShipmentFormProps {
  readonly of: FragmentType<typeof SendShipmentFormFragment>
  readonly onClose: () => void
}

/** The form for a letter or a fax: channel, document and recipient. */
export function SendShipmentForm({ of, onClose }: SendShipmentFormProps) {
  const { applicant, documents } = readFragment(SendShipmentFormFragment, of)
  const [channel, setChannel] = useState<ShipmentChannel>('LETTER')
  const sendShipment = useSendShipment()
  async function act(form: FormData): Promise<void> {
    const input = {
      applicantId: applicant.id,
      ...readShipment(form, channel),
      idempotencyKey: newIdempotencyKey(),
    }
    await sendShipment(channel, input)
    onClose()
  }

  return (
    <CommandForm label="Send a letter or fax" submitLabel="Send" pendingLabel="Sending…" act={act} onCancel={onClose}>
      <div className={styles.fields}>
        <Field label="How">
          {control => (
            <select
              {...control}
              value={channel}
              onChange={event => setChannel(event.target.value === 'FAX' ? 'FAX' : 'LETTER')}
            >
              <option value="LETTER">As a letter</option>
              <option value="FAX">As a fax</option>
            </select>
          )}
        </Field>
        <Field label="Document">
          {control => (
            <select {...control} name="documentId" required>
              {documents
                .filter(({ status }) => status === 'STORED')
                .map(({ id, fileName }) => (
                  <option key={id} value={id}>
                    {fileName}
                  </option>
                ))}
            </select>
          )}
        </Field>
        <Field label="Subject">
          {control => <input {...control} name="subject" required maxLength={500} autoComplete="off" />}
        </Field>
        <Field label="Recipient">
          {control => <input {...control} name="recipient" required maxLength={500} autoComplete="off" />}
        </Field>
        <AddressFields channel={channel} />
      </div>
    </CommandForm>
  )
}
