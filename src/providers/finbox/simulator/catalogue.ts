import { createRandom } from '../../../simulation/random.ts'
import { createPng } from '../../../simulation/simple-png.ts'
import { personWords } from '../../../simulation/statements/person-words.ts'

/** A bank whose statements the vendor reads. Names and identifiers are those of its appendix, "Bank Identifiers". */
export interface CatalogueBank {
  readonly name: string
  readonly fullName: string
  /** The first characters of the bank's IFSC; null when the vendor has none. */
  readonly npciCode: string | null
  readonly modes: readonly ('pdf' | 'online' | 'aa')[]
}

const bank = (name: string, fullName: string, npciCode: string | null, ...more: readonly ('online' | 'aa')[]) => ({
  name,
  fullName,
  npciCode,
  modes: ['pdf', ...more] as const,
})

/** The identifier of an invented bank, formed like the vendor's own: `BANQUE_DU_VALLON`; in lower case as answers have it. */
export function identifierOf(fullName: string): string {
  return fullName
    .toLowerCase()
    .replace(/[^a-z]+/g, '_')
    .replace(/^_|_$/g, '')
}

/** Some of the vendor's five hundred banks, and the invented banks of the sample documents. */
export const catalogueBanks: readonly [CatalogueBank, ...CatalogueBank[]] = [
  bank('SBI', 'State Bank of India', 'SBIN', 'online'),
  bank('HDFC', 'HDFC Bank', 'HDFC', 'online', 'aa'),
  bank('ICICI', 'ICICI Bank', 'ICIC', 'online', 'aa'),
  bank('AXIS', 'Axis Bank', 'UTIB', 'online', 'aa'),
  bank('KOTAK', 'Kotak Mahindra Bank', 'KKBK', 'online', 'aa'),
  bank('INDUSIND', 'IndusInd Bank', 'INDB', 'online', 'aa'),
  bank('YESBNK', 'Yes Bank', 'YESB', 'online'),
  bank('PNBBNK', 'Punjab National Bank', 'PUNB', 'online'),
  bank('BARODA', 'Bank of Baroda', 'BARB', 'online'),
  bank('CANARA', 'Canara Bank', 'CNRB'),
  bank('UBI', 'Union Bank of India', 'UBIN', 'online'),
  bank('IDFC', 'IDFC First Bank', 'IDFB', 'online', 'aa'),
  bank('FEDERAL', 'Federal Bank', 'FDRL', 'online', 'aa'),
  bank('RBL', 'RBL Bank', 'RATN', 'online'),
  bank('IOB', 'Indian Overseas Bank', 'IOBA'),
  bank('INDBNK', 'Indian Bank', 'IDIB', 'online'),
  bank('BOI', 'Bank of India', 'BKID', 'online'),
  bank('UCO', 'UCO Bank', 'UCBA'),
  bank('CENTRAL', 'Central Bank of India', 'CBIN'),
  bank('AUSFBNK', 'AU Small Finance Bank', 'AUBL', 'aa'),
  bank('BANDHAN', 'Bandhan Bank', 'BDBL'),
  bank('SIB', 'South Indian Bank', 'SIBL', 'online'),
  bank('KARUR', 'Karur Vysya Bank', 'KVBL'),
  bank('PUNJAB_SIND', 'Punjab & Sind Bank', 'PSIB'),
  bank('DCBBNK', 'DCB Bank', 'DCBL'),
  bank('EQUITAS', 'Equitas Small Finance Bank', 'ESFB'),
  bank('UJJIVAN', 'Ujjivan Small Finance Bank', 'UJVN'),
  bank('CITY_UNION', 'City Union Bank', 'CIUB'),
  bank('SARASWAT', 'Saraswat Co-operative Bank', 'SRCB'),
  bank('IDBI', 'IDBI Bank', 'IBKL'),
  bank('ANDHRA', 'Andhra Bank', null),
  ...personWords.flatMap(({ banks }) => banks.map(name => bank(identifierOf(name).toUpperCase(), name, null))),
]

/** Finds a bank by its identifier in any case: lists have upper case, answers lower case. */
export function findBank(name: string): CatalogueBank | null {
  return catalogueBanks.find(one => one.name === name.toUpperCase()) ?? null
}

/** The logo of a bank, a square of one colour; null for an unknown name. ASSUMED: a PNG, because the file name ends so. */
export function createLogo(name: string): Buffer | null {
  const found = findBank(name)
  if (!found) return null
  const random = createRandom(found.name)
  return createPng(64, [random.integer(0, 160), random.integer(0, 160), random.integer(0, 160)])
}

/** Source: "Bank Catalogue API", the vendor's page on management. @param baseUrl where logos are */
export function toCatalogueBody(baseUrl: string) {
  return {
    count: catalogueBanks.length,
    banks: catalogueBanks.map(({ name, fullName, npciCode, modes }) => ({
      name,
      full_name: fullName,
      npci_code: npciCode,
      logo_url: `${baseUrl}/bank_logos/${name.toLowerCase()}_light.png`,
      is_pdf_upload_available: modes.includes('pdf'),
      is_net_banking_available: modes.includes('online'),
      is_aa_available: modes.includes('aa'),
    })),
  }
}
