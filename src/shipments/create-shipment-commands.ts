import type { SecretBox } from '../auth/secret-box.ts'
import type { CaseDocument } from '../domain/document.ts'
import { createId } from '../domain/ids.ts'
import type { ShipmentAddress, ShipmentChannel } from '../domain/shipment.ts'
import type { SendDocument, ShipmentCommands } from '../domain/shipment-commands.ts'
import { shipmentSubject } from '../domain/subject.ts'
import { isLongerThan, textBounds } from '../domain/text-bounds.ts'
import { AppError } from '../errors.ts'
import type { ChangingDatabase } from '../events/change.ts'
import { chooseOffer } from '../providers/capability.ts'
import type { ProviderRegistry } from '../providers/registry.ts'
import type { ShipmentDriver } from '../providers/shipment-driver.ts'
import { requireApplicant } from '../store/applicant-locks.ts'
import { readDocuments } from '../store/documents.ts'
import { canonicalJson, createOnce, withoutNulls } from '../store/idempotency.ts'
import { insertShipment, type NewShipment } from '../store/shipments.ts'
import { emitOf } from './move-shipment.ts'

export interface ShipmentCommandsDeps {
  readonly database: ChangingDatabase
  readonly providers: Pick<ProviderRegistry, 'client' | 'order' | 'accountKey'>
  readonly secretBox: Pick<SecretBox, 'fingerprint'>
}

const operations: Readonly<Record<ShipmentChannel, string>> = { LETTER: 'sendLetter', FAX: 'sendFax' }

/** How long Assay tries to hand a shipment to a provider that does not answer. */
const sendingMs = 24 * 3_600_000

/** The commands of callers. A worker hands shipments to the provider. */
export function createShipmentCommands({ database, providers, secretBox }: ShipmentCommandsDeps): ShipmentCommands {
  return {
    async send(context, channel, { idempotencyKey, ...input }) {
      const { tenant } = context
      const texts = readTexts(input)
      return database.change(context, 'REQUEST', async change => {
        const { tx, at } = change
        const request = {
          operation: operations[channel],
          key: idempotencyKey ?? null,
          // The input contains personal data, so only its fingerprint is stored.
          input: secretBox.fingerprint(canonicalJson(withoutNulls(input))),
        }
        const { id } = await createOnce(change, request, async () => {
          const { applicantId, documentId, provider = null } = input
          await requireApplicant(tx, context, applicantId)
          const { providerId, driver } = chooseOffer(providers, tenant, { wanted: 'shipments', provider })
          const [document] = await readDocuments(tx, context, [documentId])
          const fault = documentFault(document, applicantId, driver) ?? driver.refuse({ channel, ...texts })
          if (fault) throw fault
          const deadline = new Date(at.getTime() + sendingMs)
          const shipment: NewShipment = {
            id: createId('shipment'),
            applicantId,
            documentId,
            providerId,
            channel,
            ...texts,
            deadline,
          }
          await insertShipment(change, shipment)
          const accountKey = providers.accountKey(tenant, providerId)
          change.begin({ ...shipmentSubject(shipment.id), providerId, accountKey })
          emitOf(change, shipment, 'SHIPMENT_QUEUED')
          return shipment.id
        })
        return id
      })
    },
  }
}

function documentFault(
  document: CaseDocument | undefined,
  applicantId: string,
  { accepts }: ShipmentDriver,
): AppError | null {
  const options = { field: ['documentId'] }
  if (document?.applicantId !== applicantId)
    return new AppError('NOT_FOUND', 'The applicant has no such document.', options)
  if (document.status === 'AWAITING_UPLOAD')
    return new AppError('DOCUMENT_NOT_READY', 'The document has not been uploaded yet. PUT its bytes first.', options)
  if (document.status !== 'STORED')
    return new AppError('INVALID_STATE', `The document is ${document.status} and cannot be sent.`, options)
  if (!accepts.mediaTypes.includes(document.mediaType ?? '')) {
    const message = `The provider sends ${accepts.mediaTypes.join(', ')}; this document is ${document.mediaType}.`
    return new AppError('DOCUMENT_TYPE_UNSUPPORTED', message, options)
  }
  if ((document.byteSize ?? 0) > accepts.maxBytes)
    return new AppError(
      'DOCUMENT_TOO_LARGE',
      `The provider sends documents of up to ${accepts.maxBytes} bytes.`,
      options,
    )
  return null
}

/** @throws AppError BAD_USER_INPUT, which does not quote the input, because it contains personal data */
function readTexts({ recipient, subject, address }: SendDocument) {
  const member = (name: keyof ShipmentAddress) => readText(address[name] ?? null, ['address', name])
  return {
    recipient: required(recipient, ['recipient']),
    subject: required(subject, ['subject']),
    address: {
      name: member('name'),
      street: member('street'),
      postalCode: member('postalCode'),
      city: member('city'),
      country: member('country'),
      faxNumber: member('faxNumber'),
    },
  }
}

function required(text: string, field: readonly string[]): string {
  const read = readText(text, field)
  if (read === null) throw new AppError('BAD_USER_INPUT', 'Must not be empty.', { field })
  return read
}

/** The trimmed text; null when it is empty. */
function readText(text: string | null, field: readonly string[]): string | null {
  const read = text?.trim() ?? ''
  if (isLongerThan(read, textBounds.name) || /\p{Cc}/u.test(read)) {
    const rule = `Must have at most ${textBounds.name} characters, and no control characters.`
    throw new AppError('BAD_USER_INPUT', rule, { field })
  }
  return read === '' ? null : read
}
