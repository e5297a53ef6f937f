import type { Choices } from '../random.ts'
import type { PersonKind } from './person-movements.ts'

/** The words of one country's statements of persons. Every bank, person, company and place is invented. */
export interface PersonWords {
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  readonly currency: string
  /** The range of a usual monthly salary in cents. */
  readonly salary: readonly [number, number]
  /** The step to which salaries and cash are rounded, in cents. */
  readonly roundTo: number
  readonly banks: Choices<string>
  readonly holders: Choices<string>
  /** Street and town. */
  readonly places: Choices<string>
  readonly employers: Choices<string>
  readonly salaryText: string
  readonly rentText: string
  readonly insurers: Choices<string>
  readonly powerSuppliers: Choices<string>
  readonly telecoms: Choices<string>
  readonly lenders: Choices<string>
  readonly groceries: Choices<string>
  readonly shops: Choices<string>
  readonly restaurants: Choices<string>
  readonly transport: Choices<string>
  readonly cash: Choices<string>
  readonly people: Choices<string>
  readonly fees: Choices<string>
  /** The printed form of kinds with more than their text: `{text}`, `{reference}` of 12 digits. */
  readonly printed: Readonly<Partial<Record<PersonKind, Choices<string>>>>
  readonly transfersOut: Choices<TransferForm>
  readonly transfersIn: Choices<TransferForm>
}

/** One form of transfer: the counterparty is `{person}`, `{holder}` or absent; `{cheque}` has 6 digits. */
export interface TransferForm {
  readonly kind: PersonKind
  /** The share in percent. */
  readonly share: number
  readonly text: string
}

const plainTransfers = {
  printed: {},
  transfersOut: [{ kind: 'transfer-out', share: 100, text: 'TRF TO {person}' }],
  transfersIn: [{ kind: 'transfer-in', share: 100, text: 'TRF FROM {person}' }],
} as const

export const personWords: Choices<PersonWords> = [
  {
    country: 'NG',
    currency: 'NGN',
    salary: [18_000_000, 85_000_000],
    roundTo: 100_000,
    banks: ['NTBank', 'Savanna Trust Bank', 'Lagoon Bank'],
    holders: ['ADEKOLA TUNDRA BAMIGBE', 'CHIZARAM OBIWELU', 'HALIRA SANUSKA'],
    places: ['14 PALMGROVE STREET, IKOYA', '3 MARINA CRESCENT, LAGOVIA'],
    employers: ['PALMGROVE LOGISTICS LTD', 'ZUMAROCK FOODS PLC', 'HARMATTAN SOFTWARE LTD'],
    salaryText: 'SALARY',
    rentText: 'RENT PAYMENT FLAT',
    insurers: ['BAOBAB MUTUAL INSURANCE', 'CORALSHIELD HMO'],
    powerSuppliers: ['NORTHGRID PREPAID TOKEN', 'LAGOON ELECTRIC DISCO'],
    telecoms: ['SKYPALM AIRTIME VTU', 'BLUEWAVE DATA BUNDLE'],
    lenders: ['QUICKMANGO LOAN REPAYMENT', 'STEADYCREDIT MFB REPAYMENT'],
    groceries: ['POS BUYWELL SUPERSTORE IKOYA', 'POS MAMA EFUNA PROVISIONS', 'POS GREENBASKET MART'],
    shops: ['POS ADUNNI FABRICS', 'WEB KONGOMART', 'POS PHONE CORNER OJUWO'],
    restaurants: ['POS SUYA PALACE', 'POS JOLLOF JUNCTION', 'WEB CHOPFAST'],
    transport: ['WEB RIDEKEKE', 'POS TOTALFUEL STATION 14', 'WEB OKADAGO'],
    cash: ['ATM WDL 0417 MARINA RD', 'ATM WDL 1190 AKINSOLA ST'],
    people: ['BLESSING UMOREN', 'IBRAHIM DANLAMO', 'FOLAKE ADISUN'],
    fees: ['SMS ALERT CHARGE', 'ELECTRONIC MONEY TRANSFER LEVY', 'CARD MAINTENANCE FEE'],
    ...plainTransfers,
  },
  {
    country: 'DE',
    currency: 'EUR',
    salary: [180_000, 460_000],
    roundTo: 1_000,
    banks: ['Kontorbank', 'Banque du Vallon', 'Spar- und Kreditkasse Wiesenau'],
    holders: ['Jördis Ahrenkamp', 'Théo Lavardin', 'Mirko Šandrić'],
    places: ['Krähenweg 12, Wiesenau', 'Am Alten Kontor 5, Alsterhort'],
    employers: ['Nordlicht Gerätebau GmbH', 'Atelier Rivoire SARL', 'Wiesenau Kliniken gGmbH'],
    salaryText: 'Lohn/Gehalt',
    rentText: 'Miete Wohnung',
    insurers: ['Alsterhort Versicherung AG', 'Mutuelle des Deux Ponts'],
    powerSuppliers: ['Stadtwerke Wiesenau', 'Énergie du Vallon'],
    telecoms: ['FunkNord Mobil', 'Télévallon Internet'],
    lenders: ['Ratenhaus Kredit 0042', 'Crédit Rivoire mensualité'],
    groceries: ['Kartenzahlung Marktfrisch Süd', 'Bäckerei Knüsperle', 'Biohof Möhrenglück'],
    shops: ['Buchladen Eselsohr', 'Schraubenkiste Baumarkt', 'Online Kramladen24'],
    restaurants: ['Gasthaus Zum Krähennest', 'Trattoria Due Gatti', 'Crêperie Ty Breizig'],
    transport: ['Verkehrsbetriebe Wiesenau', 'Tankstelle Rapsgold', 'Bahnreisen Nordost'],
    cash: ['Geldautomat Marktplatz 3', 'Bargeldauszahlung Bahnhofstr.'],
    people: ['Hedda Brüggen', 'Ömer Yaldız', 'Lucie Frémontel'],
    fees: ['Kontoführungsentgelt', 'Entgelt Auslandseinsatz', 'Porto Kontoauszug'],
    printed: {},
    transfersOut: [{ kind: 'transfer-out', share: 100, text: 'Überweisung an {person}' }],
    transfersIn: [{ kind: 'transfer-in', share: 100, text: 'Überweisung von {person}' }],
  },
  {
    country: 'GB',
    currency: 'GBP',
    salary: [160_000, 420_000],
    roundTo: 1_000,
    banks: ['Harbour & Vale Bank', 'Penrook Building Society', 'Wharfside Bank'],
    holders: ['MISS O TANGLEWICK', 'MR RHODRI PENNAVON', 'MRS S OKONJO-HARTE'],
    places: ['7 TANGLE LANE, PENROOK', '22 QUAYSIDE, WHARFSIDE'],
    employers: ['BRAMBLECOTE SCHOOLS TRUST', 'PENROOK MARINE LTD', "O'DARRAGH JOINERY"],
    salaryText: 'BGC WAGES',
    rentText: 'SO RENT',
    insurers: ['DD HEDGEROW INSURANCE', 'DD LANTERN LIFE'],
    powerSuppliers: ['DD TIDEWATER ENERGY', 'DD MOORLAND WATER'],
    telecoms: ['DD FERNFIBRE BROADBAND', 'DD PIGEON MOBILE'],
    lenders: ['DD STEPPINGSTONE LOANS', 'DD MARROW CAR FINANCE'],
    groceries: ['CARD PENNYWORTH FOODS', 'CARD THE TURNIP CO-OP', 'CARD BARROW & DAUGHTERS'],
    shops: ['CARD INKWELL BOOKS', 'CARD THIMBLE HOMEWARE', 'CARD PARCELBIRD ONLINE'],
    restaurants: ['CARD THE BADGER & BELL', 'CARD NOODLE WHARF', 'CARD CRUMB CAFÉ'],
    transport: ['CARD COASTLINER TRAINS', 'CARD BRIGHTPUMP FUEL', 'CARD METROHOP'],
    cash: ['ATM CASH HIGH ST', 'ATM CASH QUAYSIDE'],
    people: ['T ABERNETHWICK', 'P QUARTERMOOR', 'D LLEWELSTONE'],
    fees: ['MONTHLY ACCOUNT FEE', 'NON-STERLING PURCHASE FEE', 'UNPAID ITEM CHARGE'],
    ...plainTransfers,
  },
  {
    country: 'IN',
    currency: 'INR',
    salary: [2_800_000, 16_500_000],
    roundTo: 10_000,
    banks: ['Neelkamal Sahakari Bank', 'Bank of Chandrapuri', 'Deepstambh Small Finance Bank'],
    holders: ['ARVINDRA KESHWALI', 'MEENAKSHYA TORVEKAR', 'FARHANUR QADRISH', 'JASVEENA DHALORIA'],
    places: ['211, CHAMELI MARG, SIMNAGAR', '48, LAKEVIEW EXTENSION, SIMNAGAR', '7, PURANA BAZAAR, SIMNAGAR'],
    employers: ['NILGAGAN SOFTWORKS PVT LTD', 'TAMRAVARNI TEXTILES LTD', 'KESARIYA FREIGHT LLP'],
    salaryText: 'NEFT CR SALARY',
    rentText: 'IMPS RENT FLAT',
    insurers: ['SURAKSHITA LIFE PREMIUM', 'CHHATRADHARI GENERAL INSURANCE'],
    powerSuppliers: ['BILLPAY URJAGRID ELECTRICITY', 'BILLPAY JYOTIPATH POWER'],
    telecoms: ['BILLPAY BAATCHEET MOBILE', 'BILLPAY TARANGFIBRE BROADBAND'],
    lenders: ['DHANVRIDDHIKA FINANCE EMI', 'SAHAJRIN CREDIT EMI'],
    groceries: ['ANNAPURNIKA KIRANA STORE', 'HARITBAZAR FRESH', 'GULMOHARI SUPERMART'],
    shops: ['VASTRALOKA FASHIONS', 'YANTRAGHAR ELECTRONICS', 'CHITRAKART ONLINE'],
    restaurants: ['CHAAYWALA KONA', 'DOSA DARBAARI', 'TANDOORI TIFFINS'],
    transport: ['SAVAARIGO CABS', 'INDRADHAN FUEL STATION 27', 'METROPATH RECHARGE'],
    cash: ['ATM CASH 0381 SHIVGANJ CHOWK', 'ATM CASH 1177 LAKEVIEW ROAD'],
    people: ['SURBHINI PALOTRA', 'IMRAZ KHALWANI', 'DEVANSHU MIRAJEKAR'],
    fees: ['SMS ALERT CHARGES GST', 'MIN BAL CHARGES', 'ACH RETURN CHARGES', 'CHQ RETURN CHARGES'],
    printed: {
      rent: ['{text} REF {reference}'],
      insurance: ['ACH D {text}'],
      loan: ['ACH D {text} {reference}'],
      groceries: ['UPI/DR/{reference}/{text}'],
      restaurant: ['UPI/DR/{reference}/{text}'],
      transport: ['UPI/DR/{reference}/{text}'],
      card: ['POS {text}', 'POS {text}', 'PG {text}'],
    },
    transfersOut: [
      { kind: 'self-transfer', share: 15, text: 'UPI/DR/{reference}/{holder}' },
      { kind: 'cheque', share: 10, text: 'CHQ PAID {cheque} {person}' },
      { kind: 'investment', share: 7, text: 'SIP KALPAVRIKSHA MUTUAL FUND' },
      { kind: 'bounce', share: 3, text: 'CHQ DEP RETURN {cheque}' },
      { kind: 'card-bill', share: 10, text: 'CC BILL RUPAHLA CARD' },
      { kind: 'transfer-out', share: 55, text: 'UPI/DR/{reference}/{person}' },
    ],
    transfersIn: [
      { kind: 'self-transfer', share: 12, text: 'UPI/CR/{reference}/{holder}' },
      { kind: 'refund', share: 8, text: 'REFUND CHITRAKART ONLINE' },
      { kind: 'interest', share: 8, text: 'INT PD' },
      { kind: 'cash-deposit', share: 10, text: 'CDM CASH DEP' },
      { kind: 'bounce', share: 8, text: 'CHQ RETURN {cheque} FUNDS INSUFFICIENT' },
      { kind: 'investment', share: 4, text: 'FD CLOSURE PROCEEDS' },
      { kind: 'loan-payout', share: 10, text: 'NEFT CR DHANVRIDDHIKA FINANCE' },
      { kind: 'transfer-in', share: 40, text: 'UPI/CR/{reference}/{person}' },
    ],
  },
]
