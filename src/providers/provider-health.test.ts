import { expect, test } from 'vitest'
import { connectProvider, logger } from '../../test/support/connect-provider.ts'
import { describeOnOneDatabase } from '../../test/support/databases.ts'
import { failureOf } from '../../test/support/failure-of.ts'
import { neverAborted } from '../../test/support/never-aborted.ts'
import { sleep } from '../http/sleep.ts'
import { startLoopbackServer } from '../http/testing/loopback-server.ts'
import { readProviderHealth, saveProviderHealth } from '../store/provider-health.ts'
import { bankXray } from './bank-xray/provider.ts'
import { createHealthPublisher } from './publish-health.ts'

describeOnOneDatabase('the health of a provider', database => {
  test('is the newest verdict of any server for the account, and is not HEALTHY while every call is refused', async () => {
    const vendor = await startLoopbackServer((response, { message }) => {
      response.writeHead(message.headers.sessiontoken === 'good' ? 200 : 401).end('{}')
    })
    const connect = (token: string) => {
      const now = () => new Date()
      const save = (account: string, verdict: Parameters<typeof health.tell>[1]) =>
        saveProviderHealth(database(), { account, ...verdict })
      const health = createHealthPublisher({ save, now, sleep, logger })
      const variables = {
        BANK_XRAY_BASE_URL: vendor.url,
        BANK_XRAY_USER_ID: 'user',
        BANK_XRAY_SESSION_TOKEN: token,
      }
      return connectProvider(bankXray, variables, { health })
    }
    const nodes = [connect('bad'), connect('bad'), connect('good')]
    const [node, otherNode, otherAccount] = nodes
    if (!node || !otherNode || !otherAccount) throw new Error('There are three.')
    const keyOf = ({ registry, tenant }: typeof node) => registry.find(tenant, 'bank-xray')?.healthKey ?? ''

    await failureOf(node.client.checkCredentials?.(neverAborted) ?? Promise.resolve())
    await node.stop()
    const [seen, ...rest] = await readProviderHealth(database(), [keyOf(otherNode), keyOf(otherAccount)])
    expect(rest).toEqual([])
    expect(seen).toMatchObject({
      account: keyOf(otherNode),
      health: 'UNAUTHORIZED',
      reason: 'The provider refuses the configured credentials (HTTP 401).',
      checkedAt: expect.any(Date),
    })
    expect(JSON.stringify(seen)).not.toContain('"bad"')

    const driver = otherAccount.client.products.BANK_RISK
    await failureOf(driver?.openReport?.('rep-1', neverAborted) ?? Promise.resolve())
    await otherAccount.stop()
    expect(await readProviderHealth(database(), [keyOf(otherAccount)])).toMatchObject([
      { health: 'HEALTHY', reason: null },
    ])
    await otherNode.stop()
    await vendor.close()
  })
})
