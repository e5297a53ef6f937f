import { expect, test } from 'vitest'
import { connectProvider } from '../../../test/support/connect-provider.ts'
import type { ShipmentAddress, ShipmentChannel } from '../../domain/shipment.ts'
import { finoos } from './provider.ts'

const address: ShipmentAddress = {
  name: 'Example Ltd',
  street: 'Weg 1',
  postalCode: '10115',
  city: 'Berlin',
  country: 'DE',
  faxNumber: null,
}

test.each<readonly [ShipmentChannel, Partial<ShipmentAddress>, string | null]>([
  ['LETTER', {}, null],
  ['LETTER', { name: null }, 'name'],
  ['LETTER', { street: ' ' }, 'street'],
  ['LETTER', { postalCode: null }, 'postalCode'],
  ['LETTER', { city: null }, 'city'],
  ['LETTER', { country: null }, 'country'],
  ['LETTER', { country: 'Germany' }, 'country'],
  ['FAX', {}, 'faxNumber'],
  ['FAX', { faxNumber: '+49 (30) 123-456/7' }, null],
  ['FAX', { faxNumber: '030 1234567' }, 'faxNumber'],
  ['FAX', { faxNumber: '+4930123456789012' }, 'faxNumber'],
])('a %s with %j is refused because of: %s', async (channel, change, member) => {
  const { client, stop } = connectProvider(finoos, {
    FINOOS_BASE_URL: 'http://127.0.0.1:1',
    FINOOS_NAME: 'fino',
    FINOOS_SECRET: 'secret',
    FINOOS_SCOPES: 'documentShipment',
  })
  const fault = client.shipments?.refuse({ channel, recipient: 'A', subject: 'B', address: { ...address, ...change } })
  expect(fault?.field ?? null).toEqual(member && ['address', member])
  await stop()
})
