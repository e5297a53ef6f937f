import type { Choices } from '../random.ts'

/** The words of one country's statements of persons. Every bank, person and company is invented. */
export interface PersonWords {
  readonly currency: string
  /** Cents of an ordinary monthly salary, from and to. */
  readonly salary: readonly [number, number]
  /** What salaries and cash are rounded to, in cents. */
  readonly roundTo: number
  readonly banks: Choices<string>
  readonly holders: Choices<string>
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
}

export const personWords: Choices<PersonWords> = [
  {
    currency: 'NGN',
    salary: [18_000_000, 85_000_000],
    roundTo: 100_000,
    banks: ['NTBank', 'Savanna Trust Bank', 'Lagoon Bank'],
    holders: ['ADEKOLA TUNDRA BAMIGBE', 'CHIZARAM OBIWELU', 'HALIRA SANUSKA'],
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
  },
  {
    currency: 'EUR',
    salary: [180_000, 460_000],
    roundTo: 1_000,
    banks: ['Kontorbank', 'Banque du Vallon', 'Spar- und Kreditkasse Wiesenau'],
    holders: ['Jördis Ahrenkamp', 'Théo Lavardin', 'Mirko Šandrić'],
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
  },
  {
    currency: 'GBP',
    salary: [160_000, 420_000],
    roundTo: 1_000,
    banks: ['Harbour & Vale Bank', 'Penrook Building Society', 'Wharfside Bank'],
    holders: ['MISS O TANGLEWICK', 'MR RHODRI PENNAVON', 'MRS S OKONJO-HARTE'],
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
  },
]

/** The words of an Indian bank's statements, for vendors that read no others. */
export const indianPersonWords: PersonWords = {
  currency: 'INR',
  salary: [2_800_000, 16_500_000],
  roundTo: 10_000,
  banks: ['Neelkamal Sahakari Bank', 'Bank of Chandrapuri', 'Deepstambh Small Finance Bank'],
  holders: ['ARVINDRA KESHWALI', 'MEENAKSHYA TORVEKAR', 'FARHANUR QADRISH', 'JASVEENA DHALORIA'],
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
}
