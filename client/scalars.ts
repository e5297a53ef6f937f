/** An exact decimal number as a string, such as `-1234.50`. Do not calculate with it as a float. */
export type Decimal = string

/** A calendar date without a time zone, `YYYY-MM-DD`. */
export type CalendarDate = string

/** An instant, RFC 3339 in UTC, such as `2026-01-31T12:00:00.000Z`. */
export type DateTime = string

/** ISO 4217; `XXX` when the currency is unknown. */
export type CurrencyCode = string

/** A place in the event log. Opaque. */
export type Cursor = string

/** An absolute address. */
export type Url = string

/** Any JSON value. */
export type Json = unknown
