import { expect, test } from 'vitest'
import { deleteUser, examineAccounts, examineUsers } from '../../src/app/examine-accounts.ts'
import { parseTenantId } from '../../src/domain/tenant.ts'
import { providers } from '../../src/providers/index.ts'
import { connectRegistry, logger } from '../support/connect-provider.ts'
import { describeOnOneDatabase } from '../support/databases.ts'
import { insertRows } from '../support/rows.ts'

const tenant = parseTenantId('acme')

describeOnOneDatabase('the doctor and users at a vendor', database => {
  test('lists the users of no applicant, and deletes only the named ones', async () => {
    const provider = providers.find(({ id }) => id === 'finoos')
    if (!provider) throw new Error('There is one.')
    const simulator = provider.createSimulator({ port: 0, speed: 1, logger, webhookUrl: null })
    const environment = await simulator.start()
    const registry = connectRegistry({ providers: [provider], environment })
    const driver = registry.client(tenant, provider.id).bankLogins
    const enrol = async () => (await driver?.enrol('PERSON', AbortSignal.timeout(5_000)))?.reference ?? ''
    const [ours, orphan, other] = [await enrol(), await enrol(), await enrol()]
    await insertRows(database(), tenant, 'applicants', [{ id: 'app_a' }])
    await insertRows(database(), tenant, 'bank_users', [
      { applicant_id: 'app_a', provider_id: provider.id, reference: ours },
    ])

    const [account] = await examineAccounts(registry, provider.id)
    expect(account?.says).toMatch(/^the credentials are accepted; .*banking/)
    const saysOfUsers = async () => (await examineUsers(registry, provider.id, database())).map(({ says }) => says)
    expect(await saysOfUsers()).toEqual([
      expect.stringContaining(`3, of which 2 belong to no applicant: ${orphan}, ${other}.`),
    ])

    const remove = (place: string) => deleteUser(registry, place, database())
    expect(await remove(`${provider.id}/${ours}`)).toMatchObject({
      isGood: false,
      says: expect.stringContaining('an applicant has it'),
    })
    expect(await remove('nobody/x')).toMatchObject({ isGood: false })
    expect(await remove(`${provider.id}/${orphan}`)).toMatchObject({ isGood: true, says: 'deleted' })
    expect(await saysOfUsers()).toEqual([expect.stringContaining(`2, of which 1 belong to no applicant: ${other}.`)])
    await registry.stop()
    await simulator.stop()
  })
})
