import { useMutation } from '@apollo/client/react'
import { type FragmentType, readFragment } from '../../__generated__/fragment-masking.ts'
import { graphql } from '../../__generated__/gql.ts'
import { CommandButton } from '../../commands/command-button.tsx'
import { given } from '../../commands/given.ts'
import { useCommand } from '../../commands/use-command.ts'
import { ProblemNotice } from '../../layout/problem-notice.tsx'
import { returnAddresses } from './return-addresses.ts'

const BankLoginButtonsFragment = graphql(`
  fragment BankLoginButtons on BankLogin {
    id
    bank {
      name
    }
  }
`)

const Synchronize = graphql(`
  mutation SynchronizeBankLogin($input: SynchronizeBankLoginInput!) {
    synchronizeBankLogin(input: $input) {
      redirectUrl
      bankLogin {
        id
        ...BankLoginCard
      }
      userErrors {
        code
        message
        field
      }
    }
  }
`)

const Remove = graphql(`
  mutation DeleteBankLogin($input: DeleteBankLoginInput!) {
    deleteBankLogin(input: $input) {
      bankLogin {
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

/** Synchronizes a bank login, on the bank's page if the customer must confirm it, or removes the login. */
export function BankLoginButtons({ of }: { readonly of: FragmentType<typeof BankLoginButtonsFragment> }) {
  const { id, bank } = readFragment(BankLoginButtonsFragment, of)
  const [synchronizeBankLogin] = useMutation(Synchronize)
  const [deleteBankLogin] = useMutation(Remove, { refetchQueries: ['CaseBanks'] })

  const synchronize = useCommand(async () => {
    const { data } = await synchronizeBankLogin({ variables: { input: { bankLoginId: id, ...returnAddresses() } } })
    const { redirectUrl } = given(data?.synchronizeBankLogin)
    if (redirectUrl !== null) location.assign(redirectUrl)
  })
  const remove = useCommand(async () => {
    if (!confirm(`Remove the login at ${bank.name}? Data that was read stays.`)) return
    given((await deleteBankLogin({ variables: { input: { bankLoginId: id } } })).data?.deleteBankLogin)
  })
  const problem = synchronize.problem ?? remove.problem
  return (
    <>
      <div className="row">
        <CommandButton isPending={synchronize.isPending} pendingLabel="Asking…" onClick={synchronize.run}>
          Fetch news
        </CommandButton>
        <CommandButton kind="quiet" isPending={remove.isPending} pendingLabel="Removing…" onClick={remove.run}>
          Remove
        </CommandButton>
      </div>
      {problem && <ProblemNotice problem={problem} />}
    </>
  )
}
