import type { Resolvers } from '../__generated__/resolvers.ts'
import { present } from './present.ts'
import { carryOut } from './input-problem.ts'

export const documentResolvers = {
  Query: {
    document: (_query, { id }, { loaders }) => loaders.documents.load(id),
  },
  Mutation: {
    async createDocumentUpload(_mutation, { input }, context) {
      const { services, loaders } = context
      const { result, userErrors } = await carryOut(context, request => services.uploads.createUpload(request, input))
      return {
        document: result === null ? null : await loaders.documents.load(result.documentId),
        upload: result,
        userErrors,
      }
    },
  },
  CaseDocument: {
    __resolveReference: ({ id }, { loaders }) => loaders.documents.load(id),
    download: ({ id, status }, _args, { services, caller }) =>
      status === 'STORED' ? services.documentFiles.link(caller.tenant, id) : null,
    case: (document, _args, { loaders }) => present(loaders.cases.load(document.caseId), 'The case of a document'),
  },
} satisfies Resolvers
