import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { findBallot } from '../../../db/queries/ballots.ts'
import { listPresets } from '../../../db/queries/presets.ts'
import { ballotPresets, events } from '../../../db/schema.ts'
import { firstPresets } from '../../../domain/ballots/presets.ts'
import { askBallot } from '../../../server/usecases/ballots/ask-ballot.ts'
import { archivePreset, savePreset } from '../../../server/usecases/ballots/change-preset.ts'
import { closeBallot } from '../../../server/usecases/ballots/close-ballot.ts'
import { openForkBallot } from '../../../server/usecases/ballots/open-fork-ballot.ts'
import { createDraft } from '../../../server/usecases/drafts/create-draft.ts'
import { seedPresets } from '../../../server/usecases/site/seed-presets.ts'
import { presetsPage } from '../../../server/views/presets-page.ts'
import { aBallot, minute, vote } from '../../factories/ballot-world.ts'
import { testDeps } from '../../factories/test-deps.ts'

const day = 24 * 60 * minute
const made = {
  ...{ name: 'Quick consent', words: 'For small things.', rule: 'consent', parameters: {}, quorum: 1 },
  ...{ openFor: day, lastCall: null, lastCallRestarts: false, names: 'shown', results: 'hidden', closer: 'anyone' },
  ...{ secondModerator: false, byBallot: false },
} as const

describe('presets in a database', () => {
  it('[B59] are written once, and what admins made of them stays', async () => {
    const deps = testDeps()
    const { admin } = await aBallot(deps)
    await deps.store.tx((q) => seedPresets(deps, q))
    const rows = await listPresets(deps.store.read, { archived: true })
    expect(rows.map(({ id }) => id)).toEqual(firstPresets.map(({ id }) => id))
    await archivePreset(deps, admin, { id: 'consent', archived: true, revision: 1 })
    await deps.store.tx((q) => seedPresets(deps, q))
    expect((await presetsPage(deps, null)).presets.map(({ id }) => id)).not.toContain('consent')
    expect((await presetsPage(deps, admin)).presets.find(({ id }) => id === 'consent')).toMatchObject({
      archived: true,
    })
  })

  it('[B59] [B60] are made and changed by admins, one revision at a time, and by ballot where that is asked', async () => {
    const deps = testDeps()
    const { admin, moderator, owner, ballotId } = await aBallot(deps)
    await expect(savePreset(deps, moderator, made)).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(savePreset(deps, admin, { ...made, rule: 'ranked' })).rejects.toMatchObject({ field: 'rule' })
    const { id } = await savePreset(deps, admin, { ...made, byBallot: true })
    expect(id).toBe('quick-consent')
    const change = (ballot?: string, revision = 1) =>
      savePreset(deps, admin, { ...made, id, words: 'For middling things.', revision, ballot })
    await expect(change()).rejects.toMatchObject({ code: 'bad-input', field: 'ballot' })
    await expect(change(`/ballots/${ballotId}`)).rejects.toMatchObject({ field: 'ballot' })
    await vote(deps, owner, ballotId, 'agree')
    await vote(deps, moderator, ballotId, 'agree')
    deps.setNow(deps.now() + minute)
    await closeBallot(deps, moderator, { ballotId, reason: 'Everyone has voted.' })
    await expect(change(`/ballots/${ballotId}`, 7)).rejects.toMatchObject({ code: 'conflict' })
    for (const other of [`/drafts/${ballotId}`, `${ballotId}a`, `x${ballotId}`]) {
      await expect(change(other)).rejects.toMatchObject({ code: 'bad-input', field: 'ballot' })
    }
    await change(` https://atlas.example.org/ballots/${ballotId}#result`)
    const [row] = await deps.store.read.select().from(ballotPresets)
    expect(row).toMatchObject({ words: 'For middling things.', revision: 2, byBallot: false })
    const changes = await deps.store.read.select().from(events).where(eq(events.type, 'preset.changed'))
    expect(changes.map(({ payload }) => [payload.act, payload.ballotId])).toEqual([
      ['made', null],
      ['changed', ballotId],
    ])
  })

  it('[B59] give a ballot their name, which it keeps when they change', async () => {
    const deps = testDeps()
    await deps.store.tx((q) => seedPresets(deps, q))
    const terms = { rule: 'consent', parameters: {}, quorum: { share: 0.25 }, lastCall: day, lastCallRestarts: true }
    const first = await aBallot(deps, { ...terms, closesAt: deps.now() + 7 * day, preset: 'consent' })
    await savePreset(deps, first.admin, { ...made, id: 'consent', name: 'Consent of the circle' })
    expect((await findBallot(deps.store.read, first.ballotId))?.preset).toBe('Consent')
  })

  it('[B59] give their name to a ballot about a published entry and to one between drafts too', async () => {
    const deps = testDeps()
    await deps.store.tx((q) => seedPresets(deps, q))
    const { moderator, owner } = await aBallot(deps)
    const opening = {
      ...{ question: 'Which limit?', quorum: { share: 0.25 }, closesAt: deps.now() + 7 * day, preset: 'consent' },
      ...{ electorate: [owner.actorId], names: 'shown' },
    }
    const entry = { kind: 'strategy', slug: 'rate-limited-ai' } as const
    const asked = { ...opening, entry, rule: 'approval', options: ['Per hour', 'Per day'] }
    const presetOf = async ({ id }: { id: string }) => (await findBallot(deps.store.read, id))?.preset
    expect(await presetOf(await askBallot(deps, moderator, asked))).toBe('Consent, adjusted')
    await expect(askBallot(deps, moderator, { ...asked, preset: 'none' })).rejects.toMatchObject({ field: 'preset' })
    const forks = []
    for (const label of ['The high cap', 'The low cap']) {
      const { id: draftId } = await createDraft(deps, owner, { kind: 'strategy', entry: entry.slug })
      forks.push({ draftId, label })
    }
    expect(await presetOf(await openForkBallot(deps, moderator, { ...opening, forks }))).toBe('Consent, adjusted')
  })
})
