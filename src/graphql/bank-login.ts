import type { Resolvers } from '../__generated__/resolvers.ts'
import type { BankLogin } from '../domain/bank-login.ts'
import type { OpenedBankSession } from '../domain/bank-login-commands.ts'
import { AppError } from '../errors.ts'
import type { RequestContext } from '../domain/request-context.ts'
import { answerWithApplicant } from './applicant.ts'
import type { GraphQLContext } from './context.ts'
import { toDataProvider } from './data-provider.ts'
import { followBankLogin } from './follow.ts'
import { carryOut, carryOutOn } from './input-problem.ts'
import { present } from './present.ts'

/** The payload of an opened session. Its page is in this answer only. */
async function toOpened({ loaders }: GraphQLContext, opened: OpenedBankSession | null) {
  if (opened === null) return { redirectUrl: null, session: null }
  return { redirectUrl: opened.redirectUrl, session: await loaders.bankSessions.load(opened.sessionId) }
}

async function answerWithSession(
  context: GraphQLContext,
  command: (request: RequestContext) => Promise<OpenedBankSession>,
) {
  const { result, userErrors } = await carryOut(context, command)
  return { ...(await toOpened(context, result)), userErrors }
}

/** Adds the address of the request, which is the customer's address unless the caller gives another. */
const withAddress = <Input extends object>({ address }: GraphQLContext, input: Input) => ({
  ...input,
  callerAddress: address,
})

export const bankLoginResolvers = {
  Query: {
    bankLogin: (_query, { id }, { loaders }) => loaders.bankLogins.load(id),
  },
  Mutation: {
    connectBank: (_mutation, { input }, context) =>
      answerWithSession(context, request => context.services.bankLogins.connect(request, input)),
    manageBankLogins: (_mutation, { input }, context) =>
      answerWithSession(context, request => context.services.bankLogins.manage(request, withAddress(context, input))),
    async synchronizeBankLogin(_mutation, { input }, context) {
      const { result, userErrors } = await carryOut(context, async request => ({
        opened: await context.services.bankLogins.synchronize(request, withAddress(context, input)),
      }))
      const bankLogin = result === null ? null : await context.loaders.bankLogins.load(input.bankLoginId)
      return { bankLogin, ...(await toOpened(context, result?.opened ?? null)), userErrors }
    },
    async deleteBankLogin(_mutation, { input }, context) {
      const { services, loaders } = context
      const { result, userErrors } = await carryOutOn(context, loaders.bankLogins, request =>
        services.bankLogins.deleteLogin(request, withAddress(context, input)),
      )
      return { bankLogin: result, userErrors }
    },
    disconnectBank: (_mutation, { input }, context) =>
      answerWithApplicant(context, request =>
        context.services.bankLogins.disconnect(request, withAddress(context, input)),
      ),
  },
  Subscription: {
    bankLoginUpdated: {
      subscribe: (_subscription, { id }, context) => followBankLogin(context, id),
      resolve: (login: BankLogin) => login,
    },
  },
  Applicant: {
    async bankLogins(applicant, { maxAgeSeconds }, { loaders }) {
      if (maxAgeSeconds == null) return loaders.bankLoginsOfApplicant.load(applicant.id)
      if (maxAgeSeconds < 0)
        throw new AppError('BAD_USER_INPUT', `maxAgeSeconds must be 0 or more, but is ${maxAgeSeconds}.`, {
          field: ['maxAgeSeconds'],
        })
      return loaders.freshBankLoginsOfApplicant.load({ parent: applicant.id, args: maxAgeSeconds })
    },
  },
  BankLogin: {
    __resolveReference: ({ id }, { loaders }) => loaders.bankLogins.load(id),
    applicant: (login, _args, { loaders }) =>
      present(loaders.applicants.load(login.applicantId), 'The applicant of a bank login'),
    provider: (login, _args, context) => toDataProvider(context, login.providerId),
    accounts: (login, _args, { loaders }) => loaders.bankAccountsOfLogin.load(login.id),
  },
} satisfies Resolvers
