import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { replaceSection } from '../../../collab/replace-section.ts'
import { findSuggestion } from '../../../db/queries/suggestions.ts'
import { docUpdates, events } from '../../../db/schema.ts'
import { paragraph } from '../../../domain/prose/tree.ts'
import { partHash } from '../../../domain/suggestions/place.ts'
import { createServices } from '../../../server/services.ts'
import { makeAccount } from '../../factories/accounts.ts'
import type { Arguer } from '../../factories/argue-world.ts'
import { createArguer } from '../../factories/argue-world.ts'
import { createTestDraft } from '../../factories/draft-world.ts'
import { testDeps } from '../../factories/test-deps.ts'

/** Ana owns a draft in which only she writes; Bashir may comment; Chidi may only read. */
async function suggestWorld() {
  const deps = testDeps()
  const services = createServices(deps)
  const [owner, commenter, onlooker] = (await Promise.all(
    ['Ana', 'Bashir', 'Chidi'].map((name) => createArguer(deps, name)),
  )) as [Arguer, Arguer, Arguer]
  const draftId = await createTestDraft(deps, owner.person, {
    members: [
      { person: commenter.person, role: 'commenter' },
      { person: onlooker.person, role: 'reader' },
    ],
  })
  const bet = async () => (await deps.collab.readDraft(draftId)).content.sections.bet
  const write = (text: string) =>
    deps.collab.transact(draftId, owner.actorId, (doc) => replaceSection(doc, 'bet', paragraph(text)))
  const suggest = (text: string, by = commenter, more = {}) =>
    services.makeSuggestion(by, { draftId, place: 'section/bet', text, reason: 'Clearer.', ...more })
  const types = async () =>
    (
      await deps.store.read
        .select()
        .from(events)
        .where(eq(events.subject, `draft/${draftId}`))
    ).map(({ type }) => type)
  return { deps, services, owner, commenter, onlooker, draftId, bet, write, suggest, types }
}

describe('suggesting', () => {
  it('[G2] needs no right to write, and shows its change to everybody who reads the draft', async () => {
    const { services, suggest, onlooker, draftId, bet, types } = await suggestWorld()
    await suggest('Time is what we lack.')
    expect(await bet()).toEqual(paragraph('Time is what is missing.'))
    const page = await services.suggestionsPage(onlooker, draftId)
    expect(page).toMatchObject({ open: 1, ended: 0, mayMake: false, mayDecide: false })
    expect(page.suggestions).toMatchObject([
      { label: 'Bet', author: 'Bashir', meanwhile: null, text: 'Time is what we lack.' },
    ])
    expect(await types()).toEqual(['suggestion.made'])
  })

  it('[G1] [G2] refuses places, texts and reasons that cannot stand, naming the field', async () => {
    const { suggest, services, commenter, onlooker, draftId } = await suggestWorld()
    await expect(suggest('Time is what is missing.')).rejects.toMatchObject({ code: 'conflict', field: 'text' })
    await expect(suggest('x'.repeat(300_000))).rejects.toMatchObject({ code: 'bad-input', field: 'text' })
    await expect(suggest('Other.', commenter, { reason: ' ' })).rejects.toMatchObject({
      code: 'bad-input',
      field: 'reason',
    })
    await expect(suggest('Other.', commenter, { place: 'field/tags' })).rejects.toMatchObject({ field: 'place' })
    await expect(suggest('warp', commenter, { place: 'field/lever' })).rejects.toMatchObject({ field: 'text' })
    await expect(suggest('Other.', onlooker)).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(services.newSuggestionPage(onlooker, draftId, {})).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(suggest('Other.', commenter, { draftId: 'none' })).rejects.toMatchObject({ code: 'not-found' })
  })

  it('[G3] tells that the text changed while one wrote', async () => {
    const { services, commenter, draftId, write, suggest } = await suggestWorld()
    const { chosen } = await services.newSuggestionPage(commenter, draftId, { place: 'section/bet' })
    await write('Time is short.')
    await expect(suggest('Time is scarce.', commenter, { seen: chosen?.seen })).rejects.toMatchObject({
      code: 'conflict',
      field: 'text',
    })
  })

  it('keeps pasted markup as plain words: nothing that runs, no link to a script', async () => {
    const { deps, suggest } = await suggestWorld()
    const { id } = await suggest('<script>alert(1)</script> Time [lacks](javascript:alert(1)).')
    const { proposed } = (await findSuggestion(deps.store.read, id)) ?? {}
    expect(JSON.stringify(proposed)).not.toMatch(/"type":"(?!paragraph|text)/)
  })
})

describe('accepting', () => {
  it('[G5] [G9] puts the words in under their author’s name and says who accepted', async () => {
    const { deps, services, owner, commenter, draftId, suggest, bet, types } = await suggestWorld()
    const { id } = await suggest('Time is what we lack.')
    await services.acceptSuggestion(owner, { suggestionId: id })
    expect(await bet()).toEqual(paragraph('Time is what we lack.'))
    const row = await findSuggestion(deps.store.read, id)
    expect(row).toMatchObject({ state: 'accepted', decidedBy: owner.actorId })
    const log = await deps.store.read.select().from(docUpdates).where(eq(docUpdates.draftId, draftId))
    expect(log.find(({ seq }) => seq === row?.docSeq)?.actorId).toBe(commenter.actorId)
    expect(await types()).toEqual(['suggestion.made', 'suggestion.accepted'])
    await expect(services.acceptSuggestion(owner, { suggestionId: id })).rejects.toMatchObject({ code: 'conflict' })
    await expect(services.withdrawSuggestion(commenter, { suggestionId: id })).rejects.toMatchObject({
      code: 'conflict',
    })
  })

  it('[G9] keeps the author’s words theirs where a writer edits, and the edits the writer’s', async () => {
    const { deps, services, owner, commenter, draftId, suggest, bet } = await suggestWorld()
    const { id } = await suggest('Time is what we lack.')
    await services.acceptSuggestion(owner, {
      suggestionId: id,
      text: 'Time is what we lack most.',
      reason: 'Stronger.',
    })
    expect(await bet()).toEqual(paragraph('Time is what we lack most.'))
    const row = await findSuggestion(deps.store.read, id)
    expect(row).toMatchObject({ state: 'edited', decisionReason: 'Stronger.' })
    const log = await deps.store.read.select().from(docUpdates).where(eq(docUpdates.draftId, draftId))
    expect(log.slice(-2).map(({ actorId }) => actorId)).toEqual([commenter.actorId, owner.actorId])
  })

  it('[G4] is for those who may write', async () => {
    const { services, commenter, onlooker, suggest } = await suggestWorld()
    const { id } = await suggest('Time is what we lack.')
    for (const who of [commenter, onlooker]) {
      await expect(services.acceptSuggestion(who, { suggestionId: id })).rejects.toMatchObject({ code: 'not-allowed' })
    }
  })

  it('[G5] only notes what stands in the text already', async () => {
    const { deps, services, owner, write, suggest } = await suggestWorld()
    const { id } = await suggest('Time is what we lack.')
    await write('Time is what we lack.')
    await services.acceptSuggestion(owner, { suggestionId: id })
    expect(await findSuggestion(deps.store.read, id)).toMatchObject({ state: 'accepted' })
  })

  it('sets a field with one value', async () => {
    const { deps, services, owner, commenter, draftId, suggest } = await suggestWorld()
    const { id } = await suggest('Slow down', commenter, { place: 'field/title' })
    await services.acceptSuggestion(owner, { suggestionId: id })
    expect((await deps.collab.readDraft(draftId)).content.title).toBe('Slow down')
  })
})

describe('a suggestion whose base has changed', () => {
  it('[G6] is not put in as it is, and shows all three texts', async () => {
    const { services, owner, draftId, write, suggest, bet } = await suggestWorld()
    const { id } = await suggest('Time is what we lack.')
    await write('Time is short.')
    await expect(services.acceptSuggestion(owner, { suggestionId: id })).rejects.toMatchObject({ code: 'conflict' })
    expect(await bet()).toEqual(paragraph('Time is short.'))
    const { suggestions } = await services.suggestionsPage(owner, draftId)
    expect(suggestions[0]).toMatchObject({ merged: false, seen: partHash(paragraph('Time is short.')) })
    expect(suggestions[0]?.meanwhile?.sections[0]?.changes).toBeGreaterThan(0)
    const { seen } = suggestions[0] ?? {}
    await services.acceptSuggestion(owner, { suggestionId: id, text: 'Time is short, and we lack it.', seen })
    expect(await bet()).toEqual(paragraph('Time is short, and we lack it.'))
  })

  it('[G6] refuses words of a writer who had another text before them', async () => {
    const { services, owner, draftId, write, suggest, bet } = await suggestWorld()
    const { id } = await suggest('Time is what we lack.')
    await write('Time is short.')
    const { seen } = (await services.suggestionsPage(owner, draftId)).suggestions[0] ?? {}
    await write('Time runs out.')
    await expect(services.acceptSuggestion(owner, { suggestionId: id, text: 'Mine.', seen })).rejects.toMatchObject({
      code: 'conflict',
      field: 'text',
    })
    expect(await bet()).toEqual(paragraph('Time runs out.'))
  })

  it('[G6] is brought up to date by its author', async () => {
    const { deps, services, owner, commenter, write, suggest, bet } = await suggestWorld()
    const { id } = await suggest('Time is what we lack.')
    await write('Time is short.')
    await expect(services.renewSuggestion(owner, { suggestionId: id, text: 'Time is scarce.' })).rejects.toMatchObject({
      code: 'not-allowed',
    })
    await services.renewSuggestion(commenter, { suggestionId: id, text: 'Time is scarce.' })
    expect(await findSuggestion(deps.store.read, id)).toMatchObject({ base: paragraph('Time is short.') })
    await services.acceptSuggestion(owner, { suggestionId: id })
    expect(await bet()).toEqual(paragraph('Time is scarce.'))
  })
})

describe('ending otherwise', () => {
  it('[G8] declines with a reason that its author reads', async () => {
    const { services, owner, commenter, draftId, suggest } = await suggestWorld()
    const { id } = await suggest('Time is what we lack.')
    await expect(services.declineSuggestion(owner, { suggestionId: id, reason: '' })).rejects.toMatchObject({
      field: 'reason',
    })
    await services.declineSuggestion(owner, { suggestionId: id, reason: 'It says the same.' })
    const { suggestions } = await services.suggestionsPage(commenter, draftId, { which: 'ended' })
    expect(suggestions).toMatchObject([{ state: 'declined', decidedBy: 'Ana', decisionReason: 'It says the same.' }])
  })

  it('[G4] is withdrawn by its author alone', async () => {
    const { services, owner, commenter, suggest } = await suggestWorld()
    const { id } = await suggest('Time is what we lack.')
    await expect(services.withdrawSuggestion(owner, { suggestionId: id })).rejects.toMatchObject({
      code: 'not-allowed',
    })
    await services.withdrawSuggestion(commenter, { suggestionId: id })
    await expect(services.declineSuggestion(owner, { suggestionId: id, reason: 'Late.' })).rejects.toMatchObject({
      code: 'conflict',
    })
  })

  it('[G4] ends once when two people decide at the same moment', async () => {
    const { deps, services, owner, suggest, bet } = await suggestWorld()
    const { id } = await suggest('Time is what we lack.')
    const moderator = await makeAccount(deps, { name: 'Mo', role: 'moderator' })
    await Promise.allSettled([
      services.acceptSuggestion(owner, { suggestionId: id }),
      services.acceptSuggestion(moderator, { suggestionId: id }),
      services.declineSuggestion(owner, { suggestionId: id, reason: 'No.' }),
    ])
    const row = await findSuggestion(deps.store.read, id)
    const stands = JSON.stringify(await bet()) === JSON.stringify(paragraph('Time is what we lack.'))
    expect(row?.state).toBe(stands ? 'accepted' : 'declined')
  })

  it('decides several at once and leaves what cannot be decided', async () => {
    const { services, owner, commenter, draftId, suggest } = await suggestWorld()
    const one = await suggest('Time is what we lack.')
    const other = await suggest('Time is gold.')
    const title = await suggest('Slow down', commenter, { place: 'field/title' })
    const ids = [one.id, other.id, title.id]
    const done = await services.decideSeveral(owner, { suggestionIds: ids, decision: 'accept' })
    expect(done.decided).toEqual([one.id, title.id])
    expect(done.left).toMatchObject([{ id: other.id }])
    expect(await services.suggestionsPage(owner, draftId)).toMatchObject({ open: 1, ended: 2 })
    await expect(services.decideSeveral(owner, { suggestionIds: [], decision: 'accept' })).rejects.toMatchObject({
      field: 'chosen',
    })
    await expect(
      services.decideSeveral(owner, { suggestionIds: [other.id], decision: 'decline' }),
    ).rejects.toMatchObject({ field: 'reason' })
  })
})

describe('a rewording from a thread', () => {
  it('[G10] stays its author’s words when another takes it up as it is', async () => {
    const { deps, services, owner, commenter, draftId, suggest } = await suggestWorld()
    const other = await createArguer(deps, 'Dana', 'moderator')
    const thread = await services.openThread(owner, { draft: draftId, kind: 'wording', place: 'section/bet' })
    const post = { threadId: thread.id, type: 'rewording', text: 'Time is what we lack.' }
    const { id: contributionId } = await services.postContribution(commenter, post)
    const page = await services.newSuggestionPage(other, draftId, { place: 'section/bet', from: contributionId })
    expect(page).toMatchObject({ from: { author: 'Bashir' }, chosen: { text: 'Time is what we lack.' } })
    const kept = await suggest('Time is what we lack.', other, { contributionId })
    const changed = await suggest('Time is what we lack now.', other, { contributionId })
    expect(await findSuggestion(deps.store.read, kept.id)).toMatchObject({
      authorId: commenter.actorId,
      threadId: thread.id,
    })
    expect(await findSuggestion(deps.store.read, changed.id)).toMatchObject({ authorId: other.actorId })
  })
})

describe('redaction', () => {
  it('reaches what was suggested, and ends a suggestion of which nothing is left', async () => {
    const { deps, services, owner, draftId, suggest } = await suggestWorld()
    const moderator = await makeAccount(deps, { name: 'Mo', role: 'moderator' })
    const worded = await suggest('Time is what Marigold-Tunnel lacks.')
    await services.redactDraft(moderator, { draftId, words: 'Marigold-Tunnel', reason: 'A secret.' })
    expect(JSON.stringify(await findSuggestion(deps.store.read, worded.id))).not.toContain('Marigold')
    await services.redactDraft(moderator, { draftId, section: 'bet', reason: 'A secret.' })
    expect(await findSuggestion(deps.store.read, worded.id)).toMatchObject({ state: 'withdrawn', proposed: [] })
    expect(await services.suggestionsPage(owner, draftId, { which: 'ended' })).toMatchObject({ ended: 1 })
  })
})
