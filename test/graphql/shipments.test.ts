import { beforeAll, describe, expect, test } from 'vitest'
import { wholeTenant } from '../../src/domain/reach.ts'
import type { ShipmentCommands } from '../../src/domain/shipment-commands.ts'
import { parseTenantId } from '../../src/domain/tenant.ts'
import { AppError } from '../../src/errors.ts'
import { useOneDatabase } from '../support/databases.ts'
import { correlationId, createTestApi } from '../support/graphql-api.ts'
import { insertRows } from '../support/rows.ts'

const tenant = parseTenantId('acme')

describe('letters and faxes', () => {
  const database = useOneDatabase()

  beforeAll(async () => {
    await insertRows(database(), tenant, 'applicants', [{ id: 'app_a' }])
    await insertRows(database(), tenant, 'cases', [{ id: 'case_a', applicant_id: 'app_a' }])
    await insertRows(database(), tenant, 'documents', [{ id: 'doc_a', case_id: 'case_a', applicant_id: 'app_a' }])
    const address = { name: 'Ada', street: 'Weg 1', postalCode: '01234', city: 'Ort', country: 'DE', faxNumber: null }
    const error = { code: 'DEADLINE_EXCEEDED', message: 'm', userMessage: 'u', retryable: true }
    await insertRows(database(), tenant, 'shipments', [
      { id: 'shp_1', applicant_id: 'app_a', document_id: 'doc_a', address, error },
      {
        id: 'shp_2',
        applicant_id: 'app_a',
        document_id: 'doc_gone',
        channel: 'FAX',
        created_at: '2025-09-02T00:00:00Z',
      },
    ])
  })

  test('are read by id and by applicant, newest first, with their outcome', async () => {
    const data = await createTestApi(database()).read(`{
      shipment(id: "shp_1") { id channel applicant { id } provider { id } recipient subject status createdAt updatedAt deadline
        address { name street postalCode city country faxNumber } document { id } error { code } }
      nobodys: shipment(id: "shp_x") { id }
      applicant(id: "app_a") { shipments(first: 1) { totalCount edges { node { id channel document { id } error { code } } } } } }`)
    const at = '2025-09-01T08:00:00.000Z'
    expect(data).toEqual({
      shipment: {
        id: 'shp_1',
        channel: 'LETTER',
        applicant: { id: 'app_a' },
        provider: { id: 'reader' },
        recipient: 'A recipient',
        subject: 'A subject',
        status: 'SENT',
        createdAt: at,
        updatedAt: at,
        deadline: at,
        address: { name: 'Ada', street: 'Weg 1', postalCode: '01234', city: 'Ort', country: 'DE', faxNumber: null },
        document: { id: 'doc_a' },
        error: { code: 'DEADLINE_EXCEEDED' },
      },
      nobodys: null,
      applicant: {
        shipments: { totalCount: 2, edges: [{ node: { id: 'shp_2', channel: 'FAX', document: null, error: null } }] },
      },
    })
  })

  test('are sent with the given input, and mistakes are user errors', async () => {
    const calls: unknown[] = []
    const send: ShipmentCommands['send'] = async (...args) => {
      calls.push(args)
      if (args[1] === 'FAX') throw new AppError('BAD_USER_INPUT', 'No number.', { field: ['address', 'faxNumber'] })
      return 'shp_1'
    }
    const input =
      '{ applicantId: "app_a", documentId: "doc_a", recipient: "R", subject: "S", address: { city: "Ort" } }'
    const { data } = await createTestApi(database(), { shipments: { send } }).ask(`mutation {
      sendLetter(input: ${input}) { shipment { id } userErrors { code } }
      sendFax(input: ${input}) { shipment { id } userErrors { code field } } }`)
    expect(data).toEqual({
      sendLetter: { shipment: { id: 'shp_1' }, userErrors: [] },
      sendFax: { shipment: null, userErrors: [{ code: 'BAD_USER_INPUT', field: ['address', 'faxNumber'] }] },
    })
    const told = { applicantId: 'app_a', documentId: 'doc_a', recipient: 'R', subject: 'S', address: { city: 'Ort' } }
    const context = { ...wholeTenant(tenant), correlationId }
    expect(calls).toEqual([
      [context, 'LETTER', told],
      [context, 'FAX', told],
    ])
  })

  test('an event of one has it', async () => {
    const api = createTestApi(database())
    api.events.append(tenant, { type: 'SHIPMENT_SENT', applicantId: 'app_a', shipmentId: 'shp_1' })
    api.events.append(tenant, { type: 'SHIPMENT_SENT', applicantId: 'app_a', shipmentId: 'shp_2' })
    expect(
      await api.read('{ events(filter: { shipmentId: "shp_1" }) { edges { node { type shipment { id channel } } } } }'),
    ).toEqual({
      events: { edges: [{ node: { type: 'SHIPMENT_SENT', shipment: { id: 'shp_1', channel: 'LETTER' } } }] },
    })
  })
})
