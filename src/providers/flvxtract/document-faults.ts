import type { ErrorCode } from '../../errors.ts'

/** What is wrong with a document, in words that may be shown to whoever sent it. */
export interface DocumentFault {
  readonly code: ErrorCode
  readonly message: string
}

interface Rule extends DocumentFault {
  readonly words: RegExp
}

/** ASSUMED: https://flvxtract.com/docs names no reason of failure, so words that any such text would use are looked for. The first rule that fits wins. */
const rules: readonly Rule[] = [
  {
    words: /password|passcode|encrypt/i,
    code: 'DOCUMENT_PASSWORD_INCORRECT',
    message: 'The document is protected by a password. Upload it without password protection.',
  },
  {
    words: /duplicate|already (been )?(uploaded|processed|exists)/i,
    code: 'STATEMENT_DUPLICATE',
    message: 'FLVXtract already has this statement.',
  },
  {
    words: /too large|size limit|maximum (file )?size/i,
    code: 'DOCUMENT_TOO_LARGE',
    message: 'FLVXtract found the document too large.',
  },
  {
    words: /(file|media|content)[ -]?type|not a pdf|only pdf|must be a pdf/i,
    code: 'DOCUMENT_TYPE_UNSUPPORTED',
    message: 'FLVXtract takes PDF documents only.',
  },
  {
    words: /scan|image|photo/i,
    code: 'DOCUMENT_IS_IMAGE',
    message: 'The document is a picture of a statement and could not be read.',
  },
  { words: /\bempty\b|no pages/i, code: 'DOCUMENT_EMPTY', message: 'The document is empty.' },
  { words: /corrupt|damaged|invalid pdf|malformed/i, code: 'DOCUMENT_INVALID', message: 'The document is damaged.' },
  {
    words: /(unknown|unrecogni[sz]ed|undetected) bank|bank (was |could )?not/i,
    code: 'BANK_UNDETECTED',
    message: 'FLVXtract did not recognise the bank.',
  },
  {
    words: /unsupported|not supported|unknown (format|layout)/i,
    code: 'STATEMENT_UNSUPPORTED_FORMAT',
    message: 'FLVXtract does not read statements of this format.',
  },
]

/** @returns the fault that the vendor's words tell of, or null when they tell of none. */
export function documentFaultOf(words: string): DocumentFault | null {
  // Codes such as PDF_IS_IMAGE or PasswordRequired are read as the words they are made of.
  const text = words.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/_/g, ' ')
  const rule = rules.find(candidate => candidate.words.test(text))
  return rule ? { code: rule.code, message: rule.message } : null
}
