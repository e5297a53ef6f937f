import { useMutation } from '@apollo/client/react'
import { graphql } from '../../__generated__/gql.ts'
import { CommandButton } from '../../commands/command-button.tsx'
import { given } from '../../commands/given.ts'
import { newIdempotencyKey } from '../../commands/new-idempotency-key.ts'
import { useCommand } from '../../commands/use-command.ts'
import { ProblemNotice } from '../../layout/problem-notice.tsx'
import { returnAddresses } from './return-addresses.ts'

const ConnectBankMutation = graphql(`
  mutation ConnectBank($input: ConnectBankInput!) {
    connectBank(input: $input) {
      redirectUrl
      userErrors {
        code
        message
        field
      }
    }
  }
`)

/** Opens the provider's page, where the customer chooses the bank and signs in. */
export function ConnectBank({ applicantId }: { readonly applicantId: string }) {
  const [connectBank] = useMutation(ConnectBankMutation)
  const { run, isPending, problem } = useCommand(async () => {
    const input = { applicantId, recurring: true, ...returnAddresses(), idempotencyKey: newIdempotencyKey() }
    const { redirectUrl } = given((await connectBank({ variables: { input } })).data?.connectBank)
    if (redirectUrl !== null) location.assign(redirectUrl)
  })
  return (
    <>
      <CommandButton kind="primary" isPending={isPending} pendingLabel="Opening the page…" onClick={run}>
        Connect a bank
      </CommandButton>
      {problem && <ProblemNotice problem={problem} />}
    </>
  )
}
