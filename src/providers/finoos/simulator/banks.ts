/** A bank that the Banking UI offers. All but the vendor's test bank are invented. */
export interface Bank {
  readonly name: string
  readonly bankCode: string
  readonly bic: string
  /** How many days of booked transactions the bank shows. ASSUMED: banks differ in this. */
  readonly windowDays: number
  /** false: every synchronisation needs the user. */
  readonly keepsConsent: boolean
  /** true: every login fails. */
  readonly isDown: boolean
}

const ordinary = { windowDays: 90, keepsConsent: true, isDown: false } as const

/** The test bank. Source of its name and code: "Quickstart", https://os.fino.ai/tmp/docv1 */
export const testBank: Bank = {
  ...ordinary,
  name: 'fino Bank',
  bankCode: '10020000',
  bic: 'FINODEB1XXX',
  windowDays: 365,
}

export const banks: readonly Bank[] = [
  testBank,
  { ...ordinary, name: 'Kontorbank', bankCode: '99910010', bic: 'KONTDEH9XXX' },
  { ...ordinary, name: 'Spar- und Kreditkasse Wiesenau', bankCode: '99950020', bic: 'WIESDE99XXX', windowDays: 365 },
  { ...ordinary, name: 'Nordlicht Direktbank', bankCode: '99920030', bic: 'NORDDEH9XXX' },
  { ...ordinary, name: 'Hansehof Handwerkerbank', bankCode: '99930040', bic: 'HANSDEH9XXX', windowDays: 365 },
  { ...ordinary, name: 'Volkskasse Deichland', bankCode: '99960050', bic: 'DEICDE99XXX' },
  { ...ordinary, name: 'Kranichbank', bankCode: '99970060', bic: 'KRANDE99XXX', keepsConsent: false },
  { ...ordinary, name: 'Störungsbank Unterhausen', bankCode: '99980070', bic: 'STOEDE99XXX', isDown: true },
]

export function findBank(bankCode: string): Bank | null {
  return banks.find(bank => bank.bankCode === bankCode) ?? null
}
