import type { Resolvers } from '../__generated__/resolvers.ts'
import type { ShipmentChannel } from '../domain/shipment.ts'
import type { SendDocument } from '../domain/shipment-commands.ts'
import { connectionResolvers, createConnection, edgeResolvers } from './connection.ts'
import type { GraphQLContext } from './context.ts'
import { toDataProvider } from './data-provider.ts'
import { carryOutOn } from './input-problem.ts'
import { present } from './present.ts'

async function send(context: GraphQLContext, channel: ShipmentChannel, input: SendDocument) {
  const { services, loaders } = context
  const { result, userErrors } = await carryOutOn(context, loaders.shipments, request =>
    services.shipments.send(request, channel, input),
  )
  return { shipment: result, userErrors }
}

export const shipmentResolvers = {
  Query: {
    shipment: (_query, { id }, { loaders }) => loaders.shipments.load(id),
  },
  Mutation: {
    sendLetter: (_mutation, { input }, context) => send(context, 'LETTER', input),
    sendFax: (_mutation, { input }, context) => send(context, 'FAX', input),
  },
  Applicant: {
    shipments(applicant, paging, context) {
      const parent = { kind: 'applicant', key: applicant.id } as const
      const list = { name: 'shipments', parent, order: 'newest', args: {} }
      return createConnection(context, context.loaders.shipmentLists, list, paging)
    },
  },
  Shipment: {
    applicant: (shipment, _args, { loaders }) =>
      present(loaders.applicants.load(shipment.applicantId), 'The applicant of a shipment'),
    provider: (shipment, _args, context) => toDataProvider(context, shipment.providerId),
    document: (shipment, _args, { loaders }) => loaders.documents.load(shipment.documentId),
  },
  ShipmentConnection: connectionResolvers,
  ShipmentEdge: edgeResolvers,
} satisfies Resolvers
