/** Limits of one request. A request beyond them is refused with QUERY_TOO_COMPLEX before anything is read. */
export const limits = {
  /** Characters of a document, including comments, which are cached with the document. */
  characters: 100_000,
  /** Lexical tokens of a document. */
  tokens: 5_000,
  /** Levels of nested braces, brackets and parentheses, so that recursive code does not exhaust its stack. */
  nesting: 100,
  /** Operations in a document; one of them is executed. */
  operations: 50,
  directives: 200,
  /** Fields within fields. */
  depth: 20,
  /** Fields of an operation, each as often as its fragment is spread. */
  fields: 2_000,
  /** Fields and fragments of an operation, counted in the same way. */
  selections: 5_000,
  /** Fields with an alias, each as often as its fragment is spread. */
  aliases: 250,
  /** Paged lists of an operation, counted in the same way; each is a database query. */
  lists: 100,
  /** Values of the answer: those estimated before with every list at its longest, and those counted while it is created. */
  values: 500_000,
  /** Characters of all texts of an answer. */
  answerCharacters: 32_000_000,
  /** Entries of one list in the variables. */
  entries: 1_000,
  /** Representations of entities in one list. A router sends those of a whole page at once. */
  representations: 10_000,
  /** Levels of nested objects and lists in the variables. */
  variableNesting: 50,
} as const

/** The weights of the estimated number of values. */
export const weights = {
  /** A page without `first` and `last`. */
  page: 50,
  /** The longest page. */
  longestPage: 500,
  /** The cost of reading a page or its `totalCount`, besides the values in the answer. */
  lookUp: 20,
} as const

/**
 * The usual lengths of some lists without pages, used for the estimated cost because their bounds are far larger. Their
 * real length is counted while the answer is created. All other lists are estimated with their bounds.
 */
export const usualLengths: Readonly<Record<string, number>> = {
  'Applicant.bankLogins': 5,
  'BankLogin.accounts': 10,
  'BankAccount.standingOrders': 10,
  'BankAccount.securities': 10,
}
