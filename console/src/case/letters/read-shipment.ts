import type { SendLetterInput, ShipmentChannel } from '../../__generated__/graphql.ts'

type Shipment = Pick<SendLetterInput, 'documentId' | 'recipient' | 'subject' | 'address'>

/** What was filled in. A letter has a postal address, a fax a number. */
export function readShipment(form: FormData, channel: ShipmentChannel): Shipment {
  const read = (name: string): string => String(form.get(name) ?? '').trim()
  const recipient = read('recipient')
  const place =
    channel === 'FAX'
      ? { faxNumber: read('faxNumber') }
      : {
          street: read('street'),
          postalCode: read('postalCode'),
          city: read('city'),
          country: read('country').toUpperCase(),
        }
  return { documentId: read('documentId'), recipient, subject: read('subject'), address: { name: recipient, ...place } }
}
