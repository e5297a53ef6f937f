import { fromUuid, toUuid } from '../../domain/ids.ts'
import { AppError } from '../../errors.ts'
import type { ShipmentDriver, ShipmentJob } from '../shipment-driver.ts'
import { vendor } from './config.ts'
import type { FinoosDatasource } from './datasource.ts'

const hourMs = 3_600_000

type Request = Parameters<ShipmentDriver['refuse']>[0]

/** Letters and faxes: https://os.fino.ai/tmp/docv1, "DocumentShipment". */
export function createShipmentDriver(datasource: FinoosDatasource): ShipmentDriver {
  return {
    // PDF is documented, the size is ASSUMED.
    accepts: { mediaTypes: ['application/pdf'], maxBytes: 20 * 1_048_576 },
    // ASSUMED: how long a delivery may take.
    deadlineMs: { LETTER: 14 * 24 * hourMs, FAX: 24 * hourMs },
    refuse,
    async send(job) {
      const { shipmentId, channel, recipient, subject, callbackUrl, document, signal } = job
      const fault = refuse(job)
      if (fault) throw fault
      await datasource.within(signal).ship({
        channel: channel === 'FAX' ? 'fax' : 'letter',
        // The page wants "a UUID".
        processId: toUuid(shipmentId),
        callbackUrl,
        recipient,
        subject,
        address: toVendorAddress(job),
        pdf: document,
      })
    },
    parseCallback(query) {
      const success = query.get('success')
      const shipmentId = fromUuid('shipment', query.get('requestid') ?? '')
      if (shipmentId === null || (success !== 'true' && success !== 'false')) return null
      return { shipmentId, delivered: success === 'true' }
    },
  }
}

/** ASSUMED: the names of the members, as the page does not show those of `shared.Address`. What is null is left out. */
function toVendorAddress({ address }: Pick<ShipmentJob, 'address'>) {
  const { name, street, postalCode, city, country, faxNumber } = address
  return {
    ...(name !== null && { name }),
    ...(street !== null && { street }),
    ...(postalCode !== null && { postalCode }),
    ...(city !== null && { city }),
    ...(country !== null && { country: country.trim().toUpperCase() }),
    ...(faxNumber !== null && { faxNumber: withoutSeparators(faxNumber) }),
  }
}

const countryCode = /^\s*[A-Za-z]{2}\s*$/
/** https://www.itu.int/rec/T-REC-E.164: a country code and a number, 15 digits in all. */
const telephoneNumber = /^\+[1-9][0-9]{5,14}$/

/** Removes the separators that people write in a number. */
function withoutSeparators(number: string): string {
  return number.replace(/[ /()-]/g, '')
}

const neededMembers = {
  LETTER: ['name', 'street', 'postalCode', 'city', 'country'],
  FAX: ['faxNumber'],
} as const

/** ASSUMED: what an address needs. The page requires only that there is one. */
function refuse({ channel, recipient, subject, address }: Request): AppError | null {
  if (recipient.trim() === '') return fault(['recipient'], 'The recipient is missing.')
  if (subject.trim() === '') return fault(['subject'], 'The subject is missing.')
  if (address.country !== null && !countryCode.test(address.country))
    return fault(['address', 'country'], 'The country is a code of two letters, such as DE.')
  if (address.faxNumber !== null && !telephoneNumber.test(withoutSeparators(address.faxNumber)))
    return fault(['address', 'faxNumber'], 'The fax number is an international one, such as +49 30 123456.')
  const needed = neededMembers[channel]
  const missing = needed.find(member => !address[member]?.trim())
  if (missing === undefined) return null
  return fault(['address', missing], `A ${channel === 'FAX' ? 'fax' : 'letter'} needs ${missing} in its address.`)
}

function fault(field: readonly string[], message: string): AppError {
  return new AppError('BAD_USER_INPUT', message, { provider: vendor.id, field })
}
