import { z } from 'zod'
import { parseCalendarDate } from '../../../domain/calendar-date.ts'
import { isKvkNumber, isSiren } from '../../../domain/company-registration.ts'
import { streamJson, toJsonAnswer } from '../../../simulation/answer.ts'
import type * as simulation from '../../../simulation/http-server.ts'
import { createPdf } from '../../../simulation/simple-pdf.ts'
import type { Permission, SimulatedAccount } from './accounts.ts'
import type { JournalEntry, Operation } from './control.ts'
import type { Media, SimulatedMedium } from './media.ts'
import { createReportBody, createReportRaw, toReportMembers } from './report.ts'
import type { Reports, Requests, SimulatedReport, SimulatedRequest } from './requests.ts'
import { maxFileBytes, type StoreAddresses, type UploadShape } from './store.ts'
import { parseInput, readJson, VendorError } from './vendor-error.ts'

/** The shape of answers that the pages leave open. It may be changed while the simulator runs. */
export interface AnswerShape {
  /** Whether answers have an envelope such as `{request: {…}}`, or are bare objects and lists. */
  isWrapped: boolean
  upload: UploadShape
  /** Whether `upload` is a member of the medium or beside it. */
  isUploadInside: boolean
  /** Whether a list holds whole reports. */
  listsWhole: boolean
}

export interface Exchange extends simulation.Received<JournalEntry> {
  /** The caller, who must have the permission, if there is one. @throws VendorError 401, 403 */
  authenticate(permission?: Permission): SimulatedAccount
}

export interface RouteParts {
  readonly requests: Requests
  readonly media: Media
  readonly reports: Reports
  readonly addresses: StoreAddresses
  readonly shape: AnswerShape
}

const text = z.string().min(1)
const requestBody = z.strictObject({
  code: z.union([
    z.strictObject({ type: z.literal('siren'), id: z.string().refine(isSiren, 'is not a SIREN') }),
    z.strictObject({ type: z.literal('kvk'), id: z.string().refine(isKvkNumber, 'is not a KVK number') }),
  ]),
  businessName: text.optional(),
})
const mediumBody = z.strictObject({
  name: z.enum(['bank_statement', 'other']),
  type: z.literal('document'),
  meta: z.strictObject({
    name: text,
    size: z.int().min(1).max(maxFileBytes),
    // ASSUMED: help pages ask for digital PDFs.
    type: z.literal('application/pdf'),
  }),
  request: text,
})
/** ASSUMED: how dates are written. The periods of a bank statement are documented ("Medium"). */
const publishBody = z.strictObject({
  status: z.literal('online'),
  meta: z
    .strictObject({
      period: z.enum(['month', 'quarter', 'semester']).optional(),
      date: z
        .string()
        .refine(date => parseCalendarDate(date) !== null, 'is not a date')
        .optional(),
    })
    .optional(),
})
const reportsQuery = z.strictObject({ source: text.optional(), request: text.optional() })

/** Every route of Bank X-Ray. Source: https://doc.lending.soprafinancing.io, "Generate Bank X-Ray" */
export function createRoutes(parts: RouteParts): readonly simulation.Route<Operation, Exchange>[] {
  const { requests, media, reports, addresses, shape } = parts

  const wrap = (name: string, value: object) => (shape.isWrapped ? { [name]: value } : value)

  /** @throws VendorError 404, also for another user's request */
  function ownRequest(id: string, { userId }: SimulatedAccount): SimulatedRequest {
    const request = requests.find(id)
    if (request?.userId !== userId) throw new VendorError(404, 'Request not found.')
    return request
  }

  /** @throws VendorError 403, 404 */
  function ownReport({ authenticate, parameters }: Exchange): { report: SimulatedReport; request: SimulatedRequest } {
    const { userId } = authenticate('read_bank_xray_report')
    const report = reports.find(parameters.id ?? '')
    const request = requests.find(report?.requestId ?? '')
    if (!report || request?.userId !== userId) throw new VendorError(404, 'Report not found.')
    return { report, request }
  }

  return [
    {
      operation: 'create-request',
      method: 'POST',
      path: /^\/requests$/,
      async carryOut({ request, authenticate }) {
        const account = authenticate('write_requests')
        const { code } = await readJson(request, requestBody)
        const created = requests.create({ userId: account.userId, code })
        return toJsonAnswer(201, wrap('request', toRequestBody(created)))
      },
    },
    {
      operation: 'requests',
      method: 'GET',
      path: /^\/requests$/,
      carryOut: ({ authenticate }) => {
        const { userId } = authenticate()
        const own = requests.list().filter(request => request.userId === userId)
        return toJsonAnswer(200, wrap('requests', own.map(toRequestBody)))
      },
    },
    {
      operation: 'request',
      method: 'GET',
      path: /^\/requests\/(?<id>[^/]+)$/,
      carryOut: ({ authenticate, parameters }) =>
        toJsonAnswer(200, wrap('request', toRequestBody(ownRequest(parameters.id ?? '', authenticate())))),
    },
    {
      operation: 'create-medium',
      method: 'POST',
      path: /^\/media$/,
      async carryOut({ request, authenticate }) {
        const account = authenticate('write_requests')
        const { name, meta, request: requestId } = await readJson(request, mediumBody)
        ownRequest(requestId, account)
        const medium = media.create({ requestId, name, fileName: meta.name, size: meta.size })
        const upload = addresses.create(medium.id, shape.upload)
        const body = { ...toMediumBody(medium), ...(shape.isUploadInside && { upload }) }
        if (shape.isUploadInside) return toJsonAnswer(201, wrap('medium', body))
        return toJsonAnswer(201, shape.isWrapped ? { medium: body, upload } : { ...body, upload })
      },
    },
    {
      operation: 'publish',
      method: 'POST',
      path: /^\/media\/(?<id>[^/]+)$/,
      async carryOut({ request, authenticate, parameters }) {
        const account = authenticate('write_requests')
        const { meta = {} } = await readJson(request, publishBody)
        const medium = media.find(parameters.id ?? '')
        if (!medium) throw new VendorError(404, 'Medium not found.')
        ownRequest(medium.requestId, account)
        return toJsonAnswer(200, wrap('medium', toMediumBody(media.publish(medium.id, meta))))
      },
    },
    {
      operation: 'reports',
      method: 'GET',
      path: /^\/reports$/,
      carryOut({ authenticate, query }) {
        const { userId } = authenticate('read_bank_xray_report')
        const { source, request } = parseInput(Object.fromEntries(query), reportsQuery)
        const listed = reports
          .list()
          .filter(one => requests.find(one.requestId)?.userId === userId)
          .filter(one => source === undefined || one.source === source)
          .filter(one => request === undefined || one.requestId === request)
        return streamJson(200, createListBody(listed, shape, requests))
      },
    },
    {
      operation: 'report',
      method: 'GET',
      path: /^\/reports\/(?<id>[^/]+)$/,
      carryOut(exchange) {
        const { report, request } = ownReport(exchange)
        const raw = report.source === 'bank_xray' ? createReportRaw(report, request) : { ...report.raw }
        return streamJson(200, createReportBody(toReportMembers(report), raw, shape.isWrapped))
      },
    },
    {
      operation: 'download',
      method: 'GET',
      path: /^\/reports\/(?<id>[^/]+)\/download$/,
      carryOut(exchange) {
        const { report, request } = ownReport(exchange)
        const { code } = request
        const pdf = createPdf([`Bank X-Ray (simulated)`, `${code.type} ${code.id}`, report.creation.toISOString()])
        return toJsonAnswer(200, {
          fileExtension: 'pdf',
          request: request.id,
          report: report.id,
          creation: report.creation.toISOString(),
          bankXrayPdfB64: pdf.toString('base64'),
        })
      },
    },
  ]
}

function toRequestBody({ id, code, status, stage, createdAt }: SimulatedRequest) {
  return { id, code, status, stage, creation: createdAt.toISOString() }
}

/** The address is signed, and relative to https://cdn.october.eu/. Source: "Medium", https://doc.lending.soprafinancing.io */
function toMediumBody({ id, name, status, createdAt, requestId }: SimulatedMedium) {
  const url = `media/${id}?Expires=${createdAt.getTime()}&Signature=simulated`
  return { id, creation: createdAt.toISOString(), name, status, type: 'document', request: requestId, url }
}

/** ASSUMED: oldest first. */
function* createListBody(
  listed: readonly SimulatedReport[],
  { isWrapped, listsWhole }: AnswerShape,
  requests: Requests,
): Generator<string> {
  yield isWrapped ? '{"reports":[' : '['
  for (const [index, report] of listed.entries()) {
    if (index > 0) yield ','
    const request = requests.find(report.requestId)
    const raw = listsWhole && request && report.source === 'bank_xray' ? createReportRaw(report, request) : null
    yield* createReportBody(toReportMembers(report), raw, false)
  }
  yield isWrapped ? ']}' : ']'
}
