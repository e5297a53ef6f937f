import { useMutation } from '@apollo/client/react'
import { graphql } from '../../__generated__/gql.ts'
import type { SendLetterInput, ShipmentChannel } from '../../__generated__/graphql.ts'
import { given } from '../../commands/given.ts'

const SendLetter = graphql(`
  mutation SendLetter($input: SendLetterInput!) {
    sendLetter(input: $input) {
      shipment {
        id
        ...ShipmentCard
      }
      userErrors {
        code
        message
        field
      }
    }
  }
`)

const SendFax = graphql(`
  mutation SendFax($input: SendFaxInput!) {
    sendFax(input: $input) {
      shipment {
        id
        ...ShipmentCard
      }
      userErrors {
        code
        message
        field
      }
    }
  }
`)

/** @returns a function that has a provider send a document, and throws what `toProblem` understands */
export function useSendShipment() {
  const options = { refetchQueries: ['CaseLetters'] }
  const [sendLetter] = useMutation(SendLetter, options)
  const [sendFax] = useMutation(SendFax, options)
  return async (channel: ShipmentChannel, input: SendLetterInput): Promise<void> => {
    if (channel === 'FAX') given((await sendFax({ variables: { input } })).data?.sendFax)
    else given((await sendLetter({ variables: { input } })).data?.sendLetter)
  }
}
