import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { events, sessions, users } from '../../../db/schema.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { awayTerm } from '../../../domain/objections/stand-ins.ts'
import { askStandIn } from '../../../server/usecases/objections/ask-stand-in.ts'
import { disposeObjection } from '../../../server/usecases/objections/dispose-objection.ts'
import { nameStandIn } from '../../../server/usecases/objections/name-stand-in.ts'
import { raiseObjection } from '../../../server/usecases/objections/raise-objection.ts'
import { settleForOwner } from '../../../server/usecases/objections/settle-for-owner.ts'
import { stepIn } from '../../../server/usecases/objections/step-in.ts'
import { takeUpObjection } from '../../../server/usecases/objections/take-up-objection.ts'
import { withdrawObjection } from '../../../server/usecases/objections/withdraw-objection.ts'
import { wordMinorityNote } from '../../../server/usecases/objections/word-minority-note.ts'
import { objectionsOf } from '../../../server/views/objections-of.ts'
import { argueWorld, createArguer, refusal } from '../../factories/argue-world.ts'
import { createTestDraft } from '../../factories/draft-world.ts'

/** A public draft of Ana's; Bashir objects, Eva writes it, Gita and Hugo may stand in. */
async function standInWorld() {
  const world = await argueWorld()
  const { deps, people } = world
  const eva = await createArguer(deps, 'Eva Lind')
  const gita = await createArguer(deps, 'Gita Rao')
  const hugo = await createArguer(deps, 'Hugo Brandt')
  const draftId = await createTestDraft(deps, people.owner.person, {
    visibility: 'public',
    members: [{ person: eva.person, role: 'writer' }],
  })
  const bashir = people.commenter
  const { id: objectionId } = await raiseObjection(deps, bashir, {
    draftId,
    text: 'No judge is named.',
    settledBy: 'Name one.',
  })
  const seen = (by: Viewer) =>
    deps.store.tx((q) => q.update(sessions).set({ lastSeenAt: deps.now() }).where(eq(sessions.actorId, by.actorId)))
  const wait = (ms: number) => deps.setNow(deps.now() + ms)
  const view = async (by: Viewer | null) => {
    const { objections } = await objectionsOf(deps, by, { draftId })
    const [one] = objections
    if (!one) throw new Error('no objection')
    return one
  }
  return { ...world, draftId, objectionId, bashir, eva, gita, hugo, seen, wait, view }
}

let world: Awaited<ReturnType<typeof standInWorld>>
beforeEach(async () => {
  world = await standInWorld()
})

const ask = (by: Viewer | null) => askStandIn(world.deps, by, world)
const step = (by: Viewer | null) => stepIn(world.deps, by, world)
const name = (by: Viewer | null, whom: Viewer | null) =>
  nameStandIn(world.deps, by, { objectionId: world.objectionId, standInId: whom?.actorId ?? '' })
const withdraw = (by: Viewer, reason = 'A judge is named now.') =>
  withdrawObjection(world.deps, by, { objectionId: world.objectionId, reason })

async function stoodIn() {
  world.wait(awayTerm)
  await ask(world.people.owner)
  await step(world.gita)
}

describe('a stand-in whom the owner names', () => {
  it('[O12] [O13] is somebody who may object and does not write the draft, until the owner ends it', async () => {
    const { bashir, eva, gita, people, view } = world
    const offered = (await view(bashir)).standIn.may.name?.map((one) => one.name) ?? []
    expect(offered).toContain('Gita Rao')
    for (const not of ['Ana Duarte', 'Eva Lind', 'Bashir Noor', 'Ebru Kaya']) expect(offered).not.toContain(not)
    for (const whom of [people.owner, eva, bashir, people.reader]) {
      expect(await refusal(name(bashir, whom)), whom.name).toMatchObject({ code: 'bad-input', field: 'standInId' })
    }
    expect((await refusal(name(people.moderator, gita))).code).toBe('not-allowed')
    expect((await refusal(name(null, gita))).code).toBe('signed-out')
    await name(bashir, gita)
    expect((await view(null)).standIn.now).toMatchObject({ name: 'Gita Rao', named: true })
    expect((await view(gita)).mayWithdraw).toBe(true)
    await name(bashir, null)
    expect((await refusal(withdraw(gita))).code).toBe('not-allowed')
  })

  it('[O3] [O16] speaks for the owner and does not answer the objection, a moderator either', async () => {
    const { deps, bashir, people, objectionId, view } = world
    const dismiss = (by: Viewer) =>
      disposeObjection(deps, by, { objectionId, disposition: 'dismissed', reason: 'It is named.' })
    await name(bashir, people.moderator)
    expect((await view(people.moderator)).mayDispose).toBe(false)
    expect((await refusal(dismiss(people.moderator))).code).toBe('not-allowed')
    await dismiss(people.owner)
  })

  it('[O12] acts no more once suspended', async () => {
    const { deps, bashir, gita, view } = world
    await name(bashir, gita)
    await deps.store.tx((q) => q.update(users).set({ suspendedAt: 1 }).where(eq(users.actorId, gita.actorId)))
    expect((await view(bashir)).standIn.now).toBeNull()
    expect((await refusal(withdraw(gita))).code).toBe('not-allowed')
  })
})

describe('an owner who is away', () => {
  it('[O14] [O15] is asked to be stood in for after the term, by the draft’s owner or a moderator', async () => {
    const { people, bashir, gita, wait, view, seen } = world
    wait(awayTerm - 1)
    expect((await refusal(ask(people.owner))).code).toBe('conflict')
    expect((await refusal(step(gita))).code).toBe('conflict')
    expect((await view(people.owner)).standIn.may.ask).toBe(false)
    await seen(bashir)
    wait(awayTerm - 1)
    expect((await refusal(ask(people.owner))).code).toBe('conflict')
    wait(1)
    expect((await view(people.owner)).standIn.may.ask).toBe(true)
    expect((await view(gita)).standIn.may.ask).toBe(false)
    expect((await refusal(ask(gita))).code).toBe('not-allowed')
    await ask(people.moderator)
    expect((await refusal(ask(people.owner))).code).toBe('conflict')
    expect((await view(gita)).standIn).toMatchObject({ askedAt: expect.any(Number), may: { stepIn: true } })
  })

  it('[O12] [O15] is stood in for by the first who may, not by who asked and not by who writes', async () => {
    const { people, eva, gita, hugo, wait, view } = world
    wait(awayTerm)
    await ask(people.moderator)
    expect((await refusal(step(people.moderator))).code).toBe('not-allowed')
    expect((await refusal(step(people.owner))).code).toBe('not-allowed')
    expect((await refusal(step(eva))).code).toBe('not-allowed')
    expect((await refusal(step(people.reader))).code).toBe('not-allowed')
    await step(gita)
    expect((await refusal(step(hugo))).code).toBe('conflict')
    expect((await view(hugo)).standIn).toMatchObject({ now: { name: 'Gita Rao', named: false }, askedAt: null })
  })

  it('[O16] is spoken for: what would settle it, and a withdrawal with a reason', async () => {
    await stoodIn()
    const { deps, gita, hugo, objectionId, view, recorded } = world
    const settle = (by: Viewer) => settleForOwner(deps, by, { objectionId, settledBy: 'Name two judges.' })
    expect((await refusal(settle(hugo))).code).toBe('not-allowed')
    await settle(gita)
    expect(await view(null)).toMatchObject({ settledBy: 'Name one.', standIn: { settledBy: 'Name two judges.' } })
    expect(await refusal(withdraw(gita, ''))).toMatchObject({ code: 'bad-input', field: 'reason' })
    await withdraw(gita)
    expect(await view(null)).toMatchObject({
      disposition: 'withdrawn',
      reason: 'A judge is named now.',
      standIn: { withdrewBy: 'Gita Rao' },
    })
    expect((await recorded()).slice(-4)).toEqual([
      'objection.stand-in-asked',
      'objection.stepped-in',
      'objection.settling-said',
      'objection.withdrawn',
    ])
    const [said] = await deps.store.read.select().from(events).where(eq(events.type, 'objection.withdrawn'))
    expect(said?.payload).toMatchObject({ by: gita.actorId, standIn: true })
  })

  it('[O16] has a note worded for them, which says so, and words it anew', async () => {
    await stoodIn()
    const { deps, people, bashir, gita, objectionId, view } = world
    await disposeObjection(deps, people.owner, { objectionId, disposition: 'dismissed', reason: 'It is named.' })
    await wordMinorityNote(deps, gita, { objectionId, note: 'A judge of one’s own is none.' })
    expect((await view(null)).minorityNote).toBe(
      'A judge of one’s own is none.\n\n(Worded by a stand-in for who objected.)',
    )
    await wordMinorityNote(deps, bashir, { objectionId, note: 'I meant an outside judge.' })
    expect((await view(null)).minorityNote).toBe('I meant an outside judge.')
    expect((await refusal(wordMinorityNote(deps, gita, { objectionId, note: 'No.' }))).code).toBe('conflict')
  })

  it('[O17] [O18] is back: the stand-in has ended, and what they withdrew is taken up again, once', async () => {
    await stoodIn()
    const { deps, people, bashir, gita, objectionId, seen, wait, view } = world
    const takeUp = (by: Viewer) => takeUpObjection(deps, by, { objectionId })
    await withdraw(gita)
    wait(1)
    await seen(bashir)
    expect((await refusal(takeUp(gita))).code).toBe('not-allowed')
    expect((await view(bashir)).standIn.may.takeUp).toBe(true)
    await takeUp(bashir)
    expect(await view(null)).toMatchObject({
      disposition: 'open',
      reason: null,
      standIn: { now: null, askedAt: null, withdrewBy: null },
    })
    expect((await refusal(withdraw(gita))).code).toBe('not-allowed')
    wait(awayTerm)
    await ask(people.owner)
    await step(gita)
    await withdraw(gita)
    expect((await refusal(takeUp(bashir))).code).toBe('conflict')
  })

  it('[O17] is seen again: who stepped in stands in no more', async () => {
    await stoodIn()
    const { bashir, gita, seen, wait, view } = world
    wait(1)
    await seen(bashir)
    expect((await view(null)).standIn.now).toBeNull()
    expect((await refusal(withdraw(gita))).code).toBe('not-allowed')
    expect((await view(gita)).mayWithdraw).toBe(false)
  })
})
