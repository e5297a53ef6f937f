import { useMutation } from '@apollo/client/react'
import { graphql } from '../__generated__/gql.ts'
import type { CreateApplicantInput, OpenCaseInput } from '../__generated__/graphql.ts'
import { given } from '../commands/given.ts'

const CreateApplicant = graphql(`
  mutation CreateApplicant($input: CreateApplicantInput!) {
    createApplicant(input: $input) {
      applicant {
        id
      }
      userErrors {
        code
        message
        field
      }
    }
  }
`)

const OpenCase = graphql(`
  mutation OpenCase($input: OpenCaseInput!) {
    openCase(input: $input) {
      case {
        id
        ...CaseRow
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
 * Creates an applicant and opens a case.
 *
 * @returns a function that returns the id of the case, and whose errors `toProblem` converts. After a failure it may be
 * called again with the same idempotency keys, so nothing is created twice.
 */
export function useOpenCase() {
  const [createApplicant] = useMutation(CreateApplicant)
  const [openCase] = useMutation(OpenCase)
  return async (about: CreateApplicantInput, input: Omit<OpenCaseInput, 'applicantId'>): Promise<string> => {
    const { applicant } = given((await createApplicant({ variables: { input: about } })).data?.createApplicant)
    if (!applicant) throw new Error('The server created no applicant.')
    const opened = await openCase({ variables: { input: { ...input, applicantId: applicant.id } } })
    const shown = given(opened.data?.openCase).case
    if (!shown) throw new Error('The server opened no case.')
    return shown.id
  }
}
