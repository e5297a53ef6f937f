import type { Choices } from '../random.ts'

/** The words of one country's statements of companies. Every company is invented. */
export interface CompanyWords {
  readonly customers: Choices<string>
  readonly suppliers: Choices<string>
  readonly landlord: string
  readonly insurer: string
  readonly lender: string
  readonly energy: string
  readonly telecom: string
  readonly fees: Choices<string>
  /** The text before the counterparty's name. */
  readonly directDebit: string
  readonly loan: string
  readonly transferIn: string
  readonly transferOut: string
  /** A whole text. */
  readonly socialSecurity: string
  readonly tax: string
  readonly salaries: string
  readonly correction: string
  readonly transport: string
  readonly cashOut: string
  readonly cashIn: string
}

export const frenchCompanyWords: CompanyWords = {
  customers: ['ATELIERS BRINDOR', 'MAISON CORVELLE', 'SAS NORDVENT', 'CAFÉ DES TROIS PONTS', 'GARAGE PLUMEREAU'],
  suppliers: ['BOIS & FILS DUVALLET', 'PAPETERIE OCRELINE', 'TRANSPORTS MIRANDEAU', 'QUINCAILLERIE SOLBET'],
  landlord: 'SCI LES GLYCINES BLEUES',
  insurer: 'MUTUELLE DU GRAND CHÊNE',
  lender: 'CRÉDIT ARTISANAL VALMONTOIS',
  energy: 'ÉNERGIE DES COTEAUX',
  telecom: 'TÉLÉVALMONT PRO',
  fees: ['COMMISSION DE MOUVEMENT', 'FRAIS TENUE DE COMPTE', 'FRAIS VIREMENT SEPA'],
  directDebit: 'PRLV SEPA',
  loan: 'ECHEANCE PRET',
  transferIn: 'VIR RECU',
  transferOut: 'VIR EMIS',
  socialSecurity: 'PRLV COTISATIONS SOCIALES',
  tax: 'PRLV TVA',
  salaries: 'VIR SALAIRES',
  correction: 'REGULARISATION',
  transport: 'CB CARBURANT ET PEAGES',
  cashOut: 'RETRAIT DAB',
  cashIn: 'REMISE ESPECES',
}

export const germanCompanyWords: CompanyWords = {
  customers: ['Nordlicht Gerätebau GmbH', 'Wiesenau Kliniken gGmbH', 'Café Sanddorn GbR', 'Autohaus Kranichfeld KG'],
  suppliers: ['Holzhandel Brösecke & Söhne', 'Papierhof Ockerlin', 'Spedition Windrose', 'Eisenwaren Solbeck'],
  landlord: 'Gewerbepark Fliederhain GmbH',
  insurer: 'Alsterhort Versicherung AG',
  lender: 'Hansehof Handwerkerbank',
  energy: 'Stadtwerke Wiesenau',
  telecom: 'Glasfaser Deichland',
  fees: ['Kontoführungsentgelt', 'Buchungspostenentgelt', 'Entgelt SEPA-Überweisung'],
  directDebit: 'SEPA-Lastschrift',
  loan: 'Darlehensrate',
  transferIn: 'Zahlungseingang',
  transferOut: 'Überweisung an',
  socialSecurity: 'Beiträge Sozialversicherung',
  tax: 'Umsatzsteuer-Vorauszahlung',
  salaries: 'Sammler Löhne und Gehälter',
  correction: 'Berichtigung',
  transport: 'Kraftstoff und Maut',
  cashOut: 'Bargeldauszahlung',
  cashIn: 'Bareinzahlung',
}
