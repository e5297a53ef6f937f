/** A hostile query. */
export interface Attack {
  readonly name: string
  readonly query: string
  readonly variables?: unknown
  /** How often each text is sent; the second time it is compiled. Default: once. */
  readonly repeat?: number
}

const times = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => make(index)).join(' ')
const page = (list: string, inner: string) => `${list}(first: 500) { edges { node { ${inner} } } }`
const bomb = times(60, i => `fragment f${i} on DataProvider { ...f${i + 1} ...f${i + 1} }`)
const chain = (length: number) =>
  `${times(length, i => `fragment f${i} on DataProvider { ...f${i + 1} }`)} fragment f${length} on DataProvider { id }`
const nestedDocuments = (depth: number): string =>
  depth === 0 ? 'documents { id }' : `documents { case { ${nestedDocuments(depth - 1)} } }`
const applicants = (count: number) =>
  `{ ${times(count, i => `a${i}: applicant(id: "x") { id reference kind displayName createdAt updatedAt }`)} }`
/** An allowed query of about 17 kB, which is small enough to be compiled. */
export const compiledQuery = `${applicants(55)} # ${'x'.repeat(12_000)}`

export const attacks: readonly Attack[] = [
  { name: '2,500 aliases', query: `{ ${times(2_500, i => `a${i}: applicant(id: "x") { id }`)} }` },
  { name: '400 aliases', query: `{ ${times(400, i => `a${i}: dataProviders { id }`)} }` },
  { name: '5,000 deep', query: `${'{ a '.repeat(5_000)}${'}'.repeat(5_000)}` },
  { name: 'fragment bomb', query: `{ dataProviders { ...f0 } } ${bomb} fragment f60 on DataProvider { id }` },
  { name: 'chain of fragments, 64 times', query: `{ dataProviders { ${'...f0 '.repeat(64)} } } ${chain(200)}` },
  {
    name: 'the same, as long as allowed, twice',
    query: `{ dataProviders { ${'...f0 '.repeat(24)} } } ${chain(200)}`,
    repeat: 2,
  },
  { name: '2,400 times one field', query: `{ dataProviders { ${'id '.repeat(2_400)} } }` },
  { name: '1,900 fields, twice', query: `{ dataProviders { ${'id '.repeat(1_900)} } }`, repeat: 2 },
  { name: '385 fields, compiled', query: compiledQuery, repeat: 2 },
  { name: '500 operations', query: times(500, i => `query q${i} { dataProviders { id } }`) },
  {
    name: 'four pages of 500',
    query: `{ ${page('applicants', page('cases', page('statements', page('transactions', 'id'))))} }`,
  },
  { name: 'documents of documents, four deep', query: `{ case(id: "x") { ${nestedDocuments(3)} } }` },
  {
    name: 'types of types',
    query:
      '{ __schema { types { fields { type { name ofType { name ofType { name ofType { fields { name args { type { name ofType { name } } } } } } } } } } } }',
  },
  {
    name: '10,000 representations (allowed)',
    query: 'query ($all: [_Any!]!) { _entities(representations: $all) { ... on Applicant { displayName } } }',
    variables: { all: Array.from({ length: 10_000 }, (_, id) => ({ __typename: 'Applicant', id: `app_${id}` })) },
  },
  { name: '1 MB of text', query: `{ dataProviders { id } } #${'x'.repeat(1_000_000)}` },
  { name: '99 kB of text (allowed)', query: `{ dataProviders { id } } #${'x'.repeat(99_000)}`, repeat: 2 },
]
