import { describe, expect, it } from 'vitest'
import { objections } from '../../../db/schema.ts'
import { createServices } from '../../../server/services.ts'
import { aBallot, vote } from '../../factories/ballot-world.ts'
import { testDeps } from '../../factories/test-deps.ts'

describe('a blocked ballot', () => {
  it('[B13] is published once every objection has a disposition, and its outcome stays as it was', async () => {
    const deps = testDeps()
    const services = createServices(deps)
    const { ballotId, draftId, voters, owner, moderator } = await aBallot(deps, { names: 'hidden' })
    for (const by of [owner, voters[0], voters[1]]) await vote(deps, by, ballotId, 'agree')
    await vote(deps, voters[2], ballotId, 'object')
    const { outcome } = await services.closeBallot(moderator, { ballotId, reason: 'Everyone has voted.' })
    expect(outcome?.result).toBe('blocked')

    const publish = () => services.publishVersion(moderator, { draftId, note: 'Clearer limits.' })
    await expect(publish()).rejects.toMatchObject({ code: 'not-ready' })
    const [objection] = await deps.store.read.select().from(objections)
    const objectionId = objection?.id ?? ''
    await services.disposeObjection(moderator, {
      objectionId,
      disposition: 'dismissed',
      reason: 'Section 2 names one.',
    })
    expect(await publish()).toMatchObject({ version: 2 })

    const page = await services.ballotPage(null, ballotId)
    expect(page.known?.outcome.result).toBe('blocked')
    expect(page.objections).toMatchObject([{ disposition: 'dismissed', owner: null }])
    expect(await services.checkRecord()).toMatchObject({ ballots: 1, fault: null })
  })
})
