import type { IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import { z } from 'zod'
import { addDays, utcDateOf } from '../../../domain/calendar-date.ts'
import { findBank } from './catalogue.ts'
import type { SimulatedClient } from './clients.ts'
import { parseSlashDate } from './dates.ts'
import type { NewSession } from './sessions.ts'
import { codeError, type VendorError } from './vendor-error.ts'

const bounded = (most: number) =>
  z.string('Not a valid string.').max(most, `Ensure this field has no more than ${most} characters.`)
const url = (most: number) => bounded(most).pipe(z.url({ protocol: /^https?$/, error: 'Enter a valid URL.' }))
const flag = z.boolean('Must be a valid boolean.')
const choice = <const T extends string>(...choices: readonly [T, ...T[]]) =>
  z.enum(choices, { error: ({ input }) => `"${String(input)}" is not a valid choice.` })
const names = z.array(bounded(500))

const sessionBody = z.strictObject({
  link_id: z.string({ error: 'This field is required.' }).min(1, 'This field is required.').pipe(bounded(500)),
  api_key: z.string(),
  redirect_url: url(200).optional(),
  from_date: z.unknown().optional(),
  to_date: z.unknown().optional(),
  logo_url: url(200).optional(),
  bank_name: bounded(50).optional(),
  mode: choice('pdf', 'aa', 'online').optional(),
  mobile_number: z.unknown().optional(),
  session_expiry: z.unknown().optional(),
  journey_mode: bounded(50).pipe(choice('multi_pdf', 'multi_banking')).optional(),
  accept_anything: flag.optional(),
  is_mobile_field_editable: flag.optional(),
  aa_journey_mode: choice('only_recurring', 'once_with_recurring').optional(),
  aa_recurring_tenure_month: z.unknown().optional(),
  aa_recurring_frequency_unit: z.unknown().optional(),
  aa_recurring_frequency_value: z.unknown().optional(),
  metadata: z
    .strictObject({
      names: names.optional(),
      employer_names: names.optional(),
      companies_for_self_transfer: names.optional(),
    })
    .optional(),
})
const versionTwoBody = sessionBody.extend({ aa_journey_code: bounded(50).optional(), consents: z.unknown().optional() })

/** ASSUMED: when a session expires by default. The sample's session expires after an hour. */
const ordinaryExpiryMinutes = 60

/** The body of a request for a session, before the caller is authenticated. @throws VendorError 400, 415 */
export async function readSessionBody(request: IncomingMessage): Promise<Readonly<Record<string, unknown>>> {
  const mediaType = request.headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase() ?? ''
  if (mediaType !== 'application/json')
    throw codeError(415, 'UNSUPPORTED_MEDIA_TYPE', `The media type "${mediaType}" is not supported.`)
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(await text(request)))
  } catch {
    throw codeError(400, 'INVALID_REQUEST', 'The body is no JSON object.')
  }
}

/**
 * The members of a new session. Source: "Session API", the vendor's page on submitting data.
 * ASSUMED: an undocumented member is an invalid number of parameters.
 *
 * @throws VendorError 400, 403
 */
export function parseSession(
  input: Readonly<Record<string, unknown>>,
  { client, version, now }: { readonly client: SimulatedClient; readonly version: 1 | 2; readonly now: Date },
): NewSession {
  const parsed = (version === 2 ? versionTwoBody : sessionBody).safeParse(input)
  if (!parsed.success) throw toRefusal(parsed.error)
  const body = parsed.data
  checkBankAndMode(body, client)
  checkAccountAggregator(body)
  if (body.mobile_number !== undefined && !/^[6-9]\d{9}$/.test(String(body.mobile_number)))
    throw codeError(400, 'INVALID_MOBILE_NUMBER', 'The mobile number is invalid.')
  return {
    client,
    linkId: body.link_id,
    ...readRange(body, now),
    acceptsAnything: body.accept_anything ?? false,
    expiresAt: new Date(now.getTime() + readExpiry(body.session_expiry) * 60_000),
  }
}

function toRefusal({ issues }: z.ZodError): VendorError {
  if (issues.some(({ code }) => code === 'unrecognized_keys'))
    return codeError(400, 'INVALID_PARAMETER_COUNT', 'The number of parameters is invalid.')
  const [issue] = issues
  const name = issue?.path.join('.') ?? ''
  const message = `${name}, ${issue?.message}`
  // The page has one code for an invalid address and another one for an address that is too long.
  if (name === 'redirect_url' && issue?.code !== 'too_big') return codeError(400, 'INVALID_URL', message)
  if (name === 'logo_url' && issue?.code === 'too_big') return codeError(400, 'INVALID_LENGTH', message)
  return codeError(400, 'INVALID_REQUEST', message)
}

type SessionBody = z.infer<typeof sessionBody>

function checkBankAndMode({ bank_name: name, mode }: SessionBody, { settings }: SimulatedClient): void {
  if (mode !== undefined && name === undefined) throw codeError(400, 'MISSING_BANK_NAME', 'A mode needs a bank_name.')
  const bank = name === undefined ? null : findBank(name)
  if (name !== undefined && !bank) throw codeError(400, 'INVALID_BANK_NAME', 'No bank has this identifier.')
  if (mode === undefined) return
  if (!settings.modes.includes(mode)) throw codeError(403, 'MODE_NOT_ENABLED', 'This mode is not enabled.')
  if (!bank?.modes.includes(mode)) throw codeError(400, 'MODE_NOT_AVAILABLE', 'This bank has no such mode.')
}

/** These members are only for an account aggregator, whose journeys the simulator does not have. */
function checkAccountAggregator(body: SessionBody): void {
  const { aa_recurring_tenure_month: tenure, aa_recurring_frequency_unit: unit } = body
  const frequency = body.aa_recurring_frequency_value
  if (body.aa_journey_mode === undefined) return
  if (unit === undefined || frequency === undefined || tenure === undefined)
    throw codeError(400, 'MISSING_AA_PARAMETER', 'A recurring journey needs its tenure and frequency.')
  const isWhole = (value: unknown, most: number) =>
    Number.isInteger(value) && Number(value) >= 1 && Number(value) <= most
  if (!isWhole(tenure, 60) || !isWhole(frequency, 5))
    throw codeError(400, 'INVALID_AA_PARAMETER', 'The tenure or the frequency is out of its range.')
}

/** The period asked for; by default the last six months. */
function readRange({ from_date: from, to_date: to }: SessionBody, now: Date): Pick<NewSession, 'from' | 'to'> {
  if (from === undefined && to === undefined) {
    const today = utcDateOf(now)
    return { from: sixMonthsBefore(today), to: today }
  }
  if (from === undefined || to === undefined)
    throw codeError(400, 'MISSING_DATE_FIELD', 'from_date and to_date go together.')
  const first = typeof from === 'string' ? parseSlashDate(from) : null
  const last = typeof to === 'string' ? parseSlashDate(to) : null
  if (first === null || last === null)
    throw codeError(400, 'INVALID_DATE_FORMAT', 'from_date and to_date must be written DD/MM/YYYY.')
  if (first >= last) throw codeError(400, 'INVALID_DATE_RANGE', 'from_date must be before to_date.')
  return { from: first, to: last }
}

/** The same day six months before, or the last day of that month. */
function sixMonthsBefore(date: string): string {
  const first = new Date(Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 7, 1))
  const last = utcDateOf(new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)))
  const same = addDays(utcDateOf(first), Number(date.slice(8)) - 1)
  return same < last ? same : last
}

function readExpiry(minutes: unknown): number {
  if (minutes === undefined) return ordinaryExpiryMinutes
  if (typeof minutes !== 'number' || !Number.isInteger(minutes) || minutes < 5 || minutes > 43_200)
    throw codeError(400, 'INVALID_SESSION_EXPIRY', 'session_expiry must be a whole number from 5 to 43200 minutes.')
  return minutes
}
