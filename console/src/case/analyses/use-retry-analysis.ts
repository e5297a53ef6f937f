import { useMutation } from '@apollo/client/react'
import { graphql } from '../../__generated__/gql.ts'
import type { RetryAnalysisInput } from '../../__generated__/graphql.ts'
import { given } from '../../commands/given.ts'
import { newIdempotencyKey } from '../../commands/new-idempotency-key.ts'

const RetryAnalysis = graphql(`
  mutation RetryAnalysis($input: RetryAnalysisInput!) {
    retryAnalysis(input: $input) {
      analysis {
        id
        ...AnalysisCard
      }
      userErrors {
        code
        message
        field
      }
    }
  }
`)

/**
 * Resumes a waiting analysis, or repeats one that has ended.
 *
 * @returns a function whose errors `toProblem` converts
 */
export function useRetryAnalysis(): (input: RetryAnalysisInput) => Promise<void> {
  const [retryAnalysis] = useMutation(RetryAnalysis)
  return async input => {
    const { data } = await retryAnalysis({
      variables: { input: { ...input, idempotencyKey: newIdempotencyKey() } },
      // A retry is a new analysis of the case.
      refetchQueries: ['CaseOverview'],
    })
    given(data?.retryAnalysis)
  }
}
