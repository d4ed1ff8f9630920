import { describe, expect, it } from 'vitest'
import { findAccount, findDraftFor, listDraftMembers } from '../../../db/queries/drafts.ts'
import { invitations } from '../../../db/schema.ts'
import { day } from '../../../domain/text/day.ts'
import { createServices } from '../../../server/services.ts'
import { sessionOf } from '../../factories/accounts.ts'
import { argueWorld, createArguer, refusal } from '../../factories/argue-world.ts'

const address = '203.0.113.5'

async function world() {
  const argued = await argueWorld()
  const services = createServices(argued.deps)
  const admin = await createArguer(argued.deps, 'Hana Lind', 'admin')
  const offer = { role: 'writer', days: '7', most: '2' }
  const invite = (more: object = {}) =>
    services.makeInvitation(argued.people.owner, { draftId: argued.draftId, ...offer, ...more })
  const accept = (who: typeof admin | null, token: string, from = address) =>
    services.acceptInvitation(who, { token, address: from })
  const roleOf = async (actorId: string) =>
    (await listDraftMembers(argued.deps.store.read, argued.draftId)).find((one) => one.actorId === actorId)?.role
  return { ...argued, services, admin, invite, accept, roleOf }
}

describe('a link that invites', () => {
  it('[V4] is made by who may, and only its hash is kept', async () => {
    const { deps, people, services, admin, invite, draftId } = await world()
    const { token } = await invite()
    expect(JSON.stringify(await deps.store.read.select().from(invitations))).not.toContain(token)
    expect(
      (await refusal(services.makeInvitation(people.commenter, { draftId, role: 'writer', days: '7', most: '1' })))
        .code,
    ).toBe('not-allowed')
    for (const who of [people.owner, people.moderator]) {
      expect((await refusal(services.makeInvitation(who, { role: 'contributor', days: '7', most: '1' }))).code).toBe(
        'not-allowed',
      )
    }
    for (const role of ['admin', 'moderator', 'owner', 'writer']) {
      expect((await refusal(services.makeInvitation(admin, { role, days: '7', most: '1' }))).field).toBe('role')
    }
    for (const role of ['owner', 'reviewer', 'admin']) expect((await refusal(invite({ role }))).field).toBe('role')
    expect((await refusal(invite({ days: '8' }))).field).toBe('days')
    for (const most of ['0', '501', '1.5', 'many']) expect((await refusal(invite({ most }))).field).toBe('most')
  })

  it('[V5] unknown, expired, used up, revoked and of a deleted draft are answered alike', async () => {
    const { deps, people, services, invite, accept, draftId } = await world()
    const asked = async (token: string) => {
      const page = await refusal(services.invitationPage(null, { token, address: `198.51.100.${Math.random()}` }))
      const act = await refusal(accept(people.outsider, token, `198.51.100.${Math.random()}`))
      expect(act).toEqual(page)
      return page
    }
    const unknown = await asked('x'.repeat(43))
    expect(unknown.code).toBe('not-found')
    const used = await invite({ most: '1' })
    await accept(people.outsider, used.token)
    const revoked = await invite()
    await services.revokeInvitation(people.owner, { draftId, invitationId: revoked.id })
    const short = await invite({ days: '1' })
    const last = await invite()
    expect(await asked(used.token)).toEqual(unknown)
    expect(await asked(revoked.token)).toEqual(unknown)
    deps.setNow(deps.now() + day)
    expect(await asked(short.token)).toEqual(unknown)
    await services.deleteDraft(people.owner, { draftId, reason: 'Over.' })
    expect(await asked(last.token)).toEqual(unknown)
  })

  it('[V5] guessing is limited, for who guesses alone', async () => {
    const { people, invite, accept } = await world()
    const { token } = await invite()
    for (let i = 0; i < 20; i += 1)
      expect((await refusal(accept(people.outsider, `guess-${i}`))).code).toBe('not-found')
    expect((await refusal(accept(people.outsider, 'once-more'))).code).toBe('too-many')
    await accept(people.outsider, token, '192.0.2.1')
  })

  it('[V6] is used by as many as it says, also when all come at once', async () => {
    const { deps, invite, accept, roleOf } = await world()
    const { token } = await invite({ most: '3' })
    const crowd = await Promise.all(Array.from({ length: 8 }, (_, i) => createArguer(deps, `Guest ${i}`)))
    const done = await Promise.allSettled(crowd.map((one, i) => accept(one, token, `192.0.2.${i}`)))
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(3)
    const roles = await Promise.all(crowd.map(({ actorId }) => roleOf(actorId)))
    expect(roles.filter((role) => role === 'writer')).toHaveLength(3)
  })

  it('[V6] takes no role away, is not used up by who has as much, and makes no writer of a reader', async () => {
    const { deps, people, services, admin, invite, accept, roleOf } = await world()
    const { token } = await invite({ role: 'reader', most: '1' })
    await accept(people.commenter, token)
    expect(await roleOf(people.commenter.actorId)).toBe('commenter')
    await accept(people.owner, token)
    expect(await roleOf(people.owner.actorId)).toBe('owner')
    await accept(people.reader, token)
    expect(await roleOf(people.reader.actorId)).toBe('reader')
    const write = await invite()
    expect((await refusal(accept(people.reader, write.token))).code).toBe('not-allowed')
    expect((await refusal(accept(null, write.token))).code).toBe('signed-out')

    const site = await services.makeInvitation(admin, { role: 'reviewer', days: '1', most: '5' })
    await accept(people.moderator, site.token)
    await accept(people.reader, site.token)
    const role = async (actorId: string) => (await findAccount(deps.store.read, { actorId }))?.role
    expect(await role(people.moderator.actorId)).toBe('moderator')
    expect(await role(people.reader.actorId)).toBe('reviewer')
    expect((await services.invitationsOf(admin, null))[0]).toMatchObject({ used: 1, most: 5, good: true })
  })

  it('[V7] a role that was taken back is not taken again with the same link', async () => {
    const { deps, people, services, admin, invite, accept, roleOf, draftId } = await world()
    const { token } = await invite({ most: '5' })
    await accept(people.outsider, token)
    await services.inviteMember(people.owner, { draftId, actorId: people.outsider.actorId, role: 'none' })
    await accept(people.outsider, token)
    expect(await roleOf(people.outsider.actorId)).toBeUndefined()

    const site = await services.makeInvitation(admin, { role: 'reviewer', days: '1', most: '5' })
    await accept(people.reader, site.token)
    const { sessionId } = await sessionOf(deps, admin)
    await services.setRole(admin, { actorId: people.reader.actorId, role: 'reader', sessionId })
    await accept(people.reader, site.token)
    expect((await findAccount(deps.store.read, { actorId: people.reader.actorId }))?.role).toBe('reader')
  })

  it('[V7] a link of one draft is not revoked through another', async () => {
    const { people, services, admin, invite } = await world()
    const { id } = await invite()
    expect((await refusal(services.revokeInvitation(admin, { invitationId: id }))).code).toBe('not-found')
    expect((await refusal(services.revokeInvitation(people.commenter, { invitationId: id }))).code).toBe('not-allowed')
  })
})

describe('who reads a draft', () => {
  it('[V8] is said by its owner; public ones are read signed out, unlisted ones stand in no list', async () => {
    const { deps, people, services, draftId } = await world()
    const set = (visibility: string, who = people.owner) => services.setVisibility(who, { draftId, visibility })
    expect((await refusal(set('nobody'))).field).toBe('visibility')
    expect((await refusal(set('public', people.commenter))).code).toBe('not-allowed')
    const listed = async (who: typeof people.owner) => JSON.stringify(await services.draftsList(who)).includes(draftId)
    await set('unlisted')
    expect(await listed(people.outsider)).toBe(false)
    expect(await listed(people.owner)).toBe(true)
    const told = async (who: typeof people.owner | null) =>
      (await services.recordView(who, { type: 'draft.visibility-changed' })).events[0]
    expect(await told(people.owner)).toMatchObject({ subject: { href: `/drafts/${draftId}` } })
    for (const who of [people.outsider, null]) expect((await told(who))?.subject.href).toBeNull()
    await services.openThread(people.owner, { draft: draftId, kind: 'general' })
    const opened = async (who: typeof people.owner) =>
      (await services.recordView(who, { type: 'thread.opened' })).events[0]?.subject.href
    expect(await opened(people.owner)).toMatch(/^\/threads\//)
    expect(await opened(people.outsider)).toBeNull()
    expect(JSON.stringify(await services.recordPage({ limit: 500 }))).not.toContain('unlisted')
    expect((await services.draftPage(people.outsider, draftId)).draft.id).toBe(draftId)
    await set('members')
    expect(await listed(people.outsider)).toBe(true)
    expect((await refusal(services.draftPage(null, draftId))).code).toBe('signed-out')
    await set('public')
    expect((await services.draftPage(null, draftId)).draft.id).toBe(draftId)
    await set('private')
    expect((await refusal(services.draftPage(people.outsider, draftId))).code).toBe('not-found')
    expect((await findDraftFor(deps.store.read, draftId, null))?.thing.visibility).toBe('private')
  })

  it('[V8] stays hidden where a moderator hid it', async () => {
    const { people, services, draftId } = await world()
    const { caseId } = await services.flagThing(people.commenter, { thing: `draft/${draftId}`, reason: 'spam' })
    await services.decideCase(people.moderator, { caseId, seen: '1', act: 'hide', reason: 'spam', words: 'No.' })
    expect((await refusal(services.setVisibility(people.owner, { draftId, visibility: 'public' }))).code).toBe(
      'conflict',
    )
  })
})
