import { text } from 'node:stream/consumers'
import { type Answer, toRedirectAnswer } from '../../../simulation/answer.ts'
import { toDeadPage, toSessionPage } from './bank-pages.ts'
import { actions } from './bank-ui.ts'
import type { Exchange, Route, VendorParts } from './exchange.ts'
import { createLogo } from './logos.ts'
import { addressOf, type BankSession } from './sessions.ts'

/** The routes for browsers: the Banking UI and the logos. They need no token and have no version. */
export function createPageRoutes({ sessions, ui, origin }: VendorParts): readonly Route[] {
  function within(
    exchange: Exchange,
    carryOut: (session: BankSession) => Promise<Answer> | Answer,
  ): Promise<Answer> | Answer {
    const session = sessions.find(exchange.parameters.token ?? '')
    if (!session) return toDeadPage(404)
    return sessions.isOpen(session) ? carryOut(session) : toDeadPage(410)
  }
  return [
    {
      operation: 'bank-page',
      method: 'GET',
      path: /^\/bank\/(?<token>[\w-]+)$/,
      carryOut: exchange =>
        within(exchange, session =>
          toSessionPage({ session, origin: origin(), search: exchange.query.get('search') ?? '' }),
        ),
    },
    {
      operation: 'bank-page',
      method: 'POST',
      path: /^\/bank\/(?<token>[\w-]+)\/(?<action>[a-z]+)$/,
      carryOut: exchange =>
        within(exchange, async session => {
          const form = new URLSearchParams(await text(exchange.request))
          const action = actions.find(one => one === exchange.parameters.action)
          if (!action) return toDeadPage(404)
          // Another request may have ended the session while the form was read.
          if (!sessions.isOpen(session)) return toDeadPage(410)
          return toRedirectAnswer(ui.act(session, action, form) ?? addressOf(origin(), session.token))
        }),
    },
    {
      operation: 'logo',
      method: 'GET',
      path: /^\/logos\/(?<slug>[a-z0-9-]+)\.svg$/,
      carryOut: ({ parameters }) => createLogo(parameters.slug ?? ''),
    },
  ]
}
