/** One operation as GraphQL and as the path of the hand-written route. */
export interface Operation {
  readonly name: string
  readonly query: string
  readonly path: string
}

const big = /* GraphQL */ `
  query Statements($id: ID!) {
    applicant(id: $id) {
      id
      displayName
      statements(first: 50) {
        edges {
          node {
            id
            bankName
            from
            to
            openingBalance { value currency }
            closingBalance { value currency }
            transactions(first: 500) {
              edges {
                node {
                  id
                  status
                  bookingDate
                  valueDate
                  direction
                  amount { value currency }
                  description
                  counterparty { name }
                  category { code }
                  reference
                }
              }
              pageInfo { hasNextPage endCursor }
            }
          }
        }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`

const small = /* GraphQL */ `
  query Risk($id: ID!) {
    applicant(id: $id) {
      id
      reference
      kind
      displayName
      createdAt
      riskAssessments {
        id
        kind
        level
        assessedAt
        score { value min max higherIsRiskier }
        signals { code sentiment value }
      }
    }
  }
`

/** An applicant with twelve statements of 200 transactions each, ten fields of every transaction. */
export const bigOperation: Operation = { name: 'big', query: big, path: '/statements' }

/** An applicant with its risk assessments. */
export const smallOperation: Operation = { name: 'small', query: small, path: '/risk' }
