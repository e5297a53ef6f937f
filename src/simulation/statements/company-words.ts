import type { Choices } from '../random.ts'

/** The words of a French company's statements. Every company is invented. */
export const companyWords = {
  customers: ['ATELIERS BRINDOR', 'MAISON CORVELLE', 'SAS NORDVENT', 'CAFÉ DES TROIS PONTS', 'GARAGE PLUMEREAU'],
  suppliers: ['BOIS & FILS DUVALLET', 'PAPETERIE OCRELINE', 'TRANSPORTS MIRANDEAU', 'QUINCAILLERIE SOLBET'],
  landlord: 'SCI LES GLYCINES BLEUES',
  insurer: 'MUTUELLE DU GRAND CHÊNE',
  lender: 'CRÉDIT ARTISANAL VALMONTOIS',
  energy: 'ÉNERGIE DES COTEAUX',
  telecom: 'TÉLÉVALMONT PRO',
  fees: ['COMMISSION DE MOUVEMENT', 'FRAIS TENUE DE COMPTE', 'FRAIS VIREMENT SEPA'],
} as const satisfies Readonly<Record<string, string | Choices<string>>>
