import type { Choices } from '../../../simulation/random.ts'

/** What an alert says, in both languages of the vendor. */
export interface AlertText {
  readonly en: string
  readonly fr: string
}

/** Invented, as every text here. Kinds: "Explanation", https://app.finovox.com/docs/public/case_analysis/introduction */
export const fraudTexts: Choices<AlertText> = [
  {
    en: 'The document was last saved by an image editor.',
    fr: 'Le document a été enregistré en dernier par un logiciel de retouche.',
  },
  {
    en: 'The creation date in the metadata is later than the date printed on the document.',
    fr: 'La date de création des métadonnées est postérieure à la date imprimée sur le document.',
  },
  {
    en: 'A block of text uses another font than the lines around it.',
    fr: 'Un bloc de texte utilise une autre police que les lignes voisines.',
  },
  {
    en: 'Part of the page was covered and written over.',
    fr: 'Une partie de la page a été recouverte puis réécrite.',
  },
  {
    en: 'The amounts of the table do not add up to its total.',
    fr: 'Les montants du tableau ne correspondent pas au total.',
  },
  {
    en: 'The same template was seen in documents that were reported as forged.',
    fr: 'Le même modèle a été observé dans des documents signalés comme falsifiés.',
  },
]

export const complianceTexts: Choices<AlertText> = [
  { en: 'A proof of income is missing.', fr: 'Il manque un justificatif de revenus.' },
  { en: 'The document is older than three months.', fr: 'Le document date de plus de trois mois.' },
  {
    en: 'The resolution is too low to read every field.',
    fr: 'La résolution est trop faible pour lire tous les champs.',
  },
]

export const crossDocumentTexts: Choices<AlertText> = [
  { en: 'The address differs between two documents.', fr: 'L’adresse diffère entre deux documents.' },
  {
    en: 'The declared income differs from what the documents show.',
    fr: 'Le revenu déclaré diffère de celui des documents.',
  },
]
