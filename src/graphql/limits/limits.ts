/** How much one request may ask for. What is beyond is refused as QUERY_TOO_COMPLEX before anything is looked up. */
export const limits = {
  /** Characters of a document: also of its comments, which are kept as long as the document is. */
  characters: 100_000,
  /** Lexical tokens of a document. */
  tokens: 5_000,
  /** Levels of nested braces, brackets and parentheses. Code that walks a document recursively stays within its stack. */
  nesting: 100,
  /** Operations in a document; one of them is executed. */
  operations: 50,
  directives: 200,
  /** Fields within fields. */
  depth: 20,
  /** Fields of an operation, each as often as its fragment is spread. */
  fields: 2_000,
  /** Fields and fragments of an operation, counted likewise: what everything that walks an operation has to walk. */
  selections: 5_000,
  /** Fields with an alias, each as often as its fragment is spread. */
  aliases: 250,
  /** Paged lists of an operation, counted likewise; each is a query of its own. */
  lists: 100,
  /** Values that the answer may come to, if every list is as long as it may be; and values that it comes to. */
  values: 500_000,
  /** Characters of all texts of an answer. */
  answerCharacters: 32_000_000,
  /** Entries of one list in the variables. */
  entries: 1_000,
  /** Representations of entities in one list. A router joins those of a whole page of its own, and cannot send fewer. */
  representations: 10_000,
  /** Levels of nested objects and lists in the variables. */
  variableNesting: 50,
} as const

/** What makes up the number of values. */
export const weights = {
  /** A page without `first` and `last`. */
  page: 50,
  /** The longest page; a longer one is refused for that. */
  longestPage: 500,
  /** What is looked up for a page, or for its `totalCount`, beside what comes back. */
  lookUp: 20,
} as const

/**
 * How long some lists without pages are assumed to be when the cost of an operation is estimated: as long as they usually are, since
 * they may be far longer. What they come to is counted while the answer is made. The others are assumed to be as long as they may be.
 */
export const usualLengths: Readonly<Record<string, number>> = {
  'Applicant.bankLogins': 5,
  'BankLogin.accounts': 10,
  'BankAccount.standingOrders': 10,
  'BankAccount.securities': 10,
}
