import { expect, test } from 'vitest'
import { readShipment } from './read-shipment.ts'

const form = new FormData()
for (const [name, value] of Object.entries({
  documentId: 'doc_1',
  recipient: ' Anna Beispiel ',
  subject: 'Your application',
  street: 'Beispielweg 1',
  postalCode: '10115',
  city: 'Berlin',
  country: 'de',
  faxNumber: '+4930123456',
}))
  form.append(name, value)
const common = { documentId: 'doc_1', recipient: 'Anna Beispiel', subject: 'Your application' }

test('a letter goes to the postal address of its recipient', () => {
  expect(readShipment(form, 'LETTER')).toEqual({
    ...common,
    address: {
      name: 'Anna Beispiel',
      street: 'Beispielweg 1',
      postalCode: '10115',
      city: 'Berlin',
      country: 'DE',
    },
  })
})

test('a fax goes to the number of its recipient', () => {
  expect(readShipment(form, 'FAX')).toEqual({
    ...common,
    address: { name: 'Anna Beispiel', faxNumber: '+4930123456' },
  })
})
