import { expect, it } from 'vitest'
import { replaceSection } from '../../../collab/replace-section.ts'
import { updateDraft } from '../../../db/queries/drafts.ts'
import { drafts } from '../../../db/schema.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { paragraph } from '../../../domain/prose/tree.ts'
import { createServices } from '../../../server/services.ts'
import { deliberationOf } from '../../../server/views/deliberation-of.ts'
import { minute } from '../../factories/ballot-world.ts'
import { anAccount, anEntry, completeStrategy } from '../../factories/decided-draft.ts'
import { testDeps } from '../../factories/test-deps.ts'

/** A published strategy and a draft of it that says another bet. */
async function world() {
  const deps = testDeps()
  const services = createServices(deps)
  const ines = await anAccount(deps, 'contributor', 'Ines Duarte')
  const entryId = await anEntry(deps, ines, completeStrategy, 'a-cap')
  const { id } = await services.createDraft(ines, { kind: 'strategy', entry: 'a-cap' })
  // What the server does by itself a moment after a change.
  let touched = 0
  const touch = () => {
    touched += 1
    return deps.store.tx((q) => updateDraft(q, id, { updatedAt: touched }))
  }
  const write = async (section: string, text: string) => {
    await deps.collab.transact(id, ines.actorId, (doc) => replaceSection(doc, section, paragraph(text)))
    await touch()
  }
  const seen = async (viewer: Viewer | null) => (await deliberationOf(deps, viewer, entryId, 1)).drafts
  return { deps, services, ines, id, write, touch, seen }
}

it('[P34] names the parts that a draft in review would change now, with a link that compares them', async () => {
  const { deps, services, ines, id, write, touch, seen } = await world()
  await write('bet', 'Another bet.')
  expect(await seen(ines)).toMatchObject([{ id, changes: null }])
  await services.moveDraft(ines, { draftId: id, move: 'submit' })
  const href = `/drafts/${id}/compare/current...now`
  expect(await seen(ines)).toMatchObject([{ changes: { parts: ['Bet'], href } }])
  await write('threshold', 'Another threshold.')
  expect(await seen(ines)).toMatchObject([{ changes: { parts: ['Bet', 'Self-undermining threshold'], href } }])

  const compared = await services.draftCompare(ines, { id, range: 'current...now' })
  expect([compared.before, compared.after]).toEqual([{ n: 1, href: '/strategies/a-cap/v/1' }, 'now'])
  expect(compared.comparison.sections.filter(({ changes }) => changes > 0).map(({ id: section }) => section)).toEqual([
    'bet',
    'threshold',
  ])

  deps.collab.readDraft = () => Promise.reject(new Error('damaged'))
  await touch()
  expect(await seen(ines)).toMatchObject([{ id, changes: null }])
})

it('[P34] of a draft under vote names what its frozen text would change, to those who may read it', async () => {
  const { deps, services, ines, id, write, seen } = await world()
  await write('bet', 'Another bet.')
  const ballot = await services.openBallot(ines, {
    ...{ draftId: id, rule: 'simple-majority', parameters: {}, quorum: 1, names: 'shown' },
    ...{ electorate: [ines.actorId], closesAt: deps.now() + 10 * minute },
  })
  await write('mechanism', 'Written under vote.')
  expect(await seen(ines)).toMatchObject([{ changes: { parts: ['Bet'], href: `/ballots/${ballot.id}#text` } }])
  expect(await seen(null)).toMatchObject([{ href: null, changes: null }])
  await deps.store.tx((q) => q.update(drafts).set({ visibility: 'public' }))
  expect(await seen(null)).toMatchObject([{ href: `/drafts/${id}`, changes: { parts: ['Bet'], href: null } }])

  await services.castVote(ines, { ballotId: ballot.id, choice: 'agree' })
  const moderator = await anAccount(deps, 'moderator', 'Lea Brandt')
  await services.closeBallot(moderator, { ballotId: ballot.id, reason: 'Everybody has voted.' })
  expect(await seen(ines)).toMatchObject([{ state: 'promoted', changes: { parts: ['Bet'] } }])
})

it('[P34] of each draft in a ballot between forks names what its own text would change', async () => {
  const { deps, services, ines, id, write, seen } = await world()
  await write('bet', 'Another bet.')
  const { id: fork } = await services.forkDraft(ines, { draftId: id, reason: 'Another mechanism.' })
  await deps.collab.transact(fork, ines.actorId, (doc) => replaceSection(doc, 'mechanism', paragraph('Another one.')))
  const ballot = await services.openForkBallot(await anAccount(deps, 'moderator', 'Lea Brandt'), {
    forks: [id, fork].map((draftId) => ({ draftId, label: draftId })),
    ...{ question: 'Which?', quorum: 1, names: 'shown', electorate: [ines.actorId] },
    closesAt: deps.now() + 10 * minute,
  })
  const parts = Object.fromEntries((await seen(ines)).map((one) => [one.id, one.changes]))
  const href = `/ballots/${ballot.id}#texts`
  expect(parts).toEqual({ [id]: { parts: ['Bet'], href }, [fork]: { parts: ['Bet', 'Mechanism'], href } })
})
