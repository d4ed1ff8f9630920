import { describe, expect, it } from 'vitest'
import { createServices } from '../../../server/services.ts'
import { makeAccount, suspendAccount } from '../../factories/accounts.ts'
import { bundleWorld } from '../../factories/bundle-world.ts'
import { testDeps } from '../../factories/test-deps.ts'

describe('a profile', () => {
  it('is what everybody reads of a member, and names the field that is wrong', async () => {
    const deps = testDeps()
    const services = createServices(deps)
    const ann = await makeAccount(deps, { name: 'Ann' })
    await services.changeProfile(ann, { bio: 'I count\r\nthings.  ', orcid: 'https://orcid.org/0000-0002-1825-0097' })
    expect(await services.memberPage(null, ann.actorId)).toMatchObject({
      name: 'Ann',
      bio: 'I count\nthings.',
      orcid: '0000-0002-1825-0097',
      written: [],
      positions: [],
      contributions: 0,
    })
    const wrong = (input: { bio?: string; orcid?: string }) =>
      services.changeProfile(ann, { bio: '', orcid: '', ...input })
    await expect(wrong({ orcid: '0000-0002-1825-0098' })).rejects.toMatchObject({ field: 'orcid' })
    await expect(wrong({ bio: 'b'.repeat(501) })).rejects.toMatchObject({ field: 'bio' })
    expect(JSON.stringify(await services.memberPage(null, ann.actorId))).not.toContain('@')
    await wrong({})
    expect(await services.memberPage(null, ann.actorId)).toMatchObject({ bio: '', orcid: null })
  })

  it('does not change while its owner is suspended', async () => {
    const deps = testDeps()
    const services = createServices(deps)
    const ann = await makeAccount(deps)
    await suspendAccount(deps, ann.actorId)
    await expect(services.changeProfile(ann, { bio: 'Words.', orcid: '' })).rejects.toMatchObject({ status: 403 })
    // Also where the account was suspended after the request came in.
    expect(ann.suspended).toBe(false)
    await expect(services.changeName(ann, { name: 'Rude words' })).rejects.toMatchObject({ status: 403 })
  })

  it('lists published versions that the member wrote; nobody, and who left, has none', async () => {
    const { deps, owner } = await bundleWorld()
    const services = createServices(deps)
    const { written } = await services.memberPage(null, owner.actorId)
    expect(written.length).toBeGreaterThan(0)
    for (const { href } of written) expect(href).toMatch(/^\/concepts\/[a-z0-9-]+\/v\/\d+$/)
    await expect(services.memberPage(null, 'nobody')).rejects.toMatchObject({ code: 'not-found' })
  })
})
