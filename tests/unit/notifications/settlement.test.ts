import { expect, test } from 'vitest'
import type { BallotThing, DraftThing } from '../../../domain/access/policy.ts'
import type { Role, Viewer } from '../../../domain/access/viewer.ts'
import type { Facts } from '../../../domain/notifications/settlement.ts'
import { settlementOf } from '../../../domain/notifications/settlement.ts'
import { confirmationTerm } from '../../../domain/threads/standing.ts'

const now = Date.UTC(2026, 10, 24, 12)
const as = (role: Role, change: Partial<Viewer> = {}): Viewer => ({
  actorId: 'me',
  name: 'Me',
  role,
  colour: '',
  suspended: false,
  ...change,
})
const me = as('contributor')

const draft: DraftThing = {
  state: 'in-review',
  deleted: false,
  visibility: 'members',
  writing: 'invited',
  ownerId: 'me',
  memberRole: 'owner',
}
const thread = { state: 'open', createdBy: 'other', draft: null } as const

test('[I7] a reply waits until it is answered, deleted, or its thread is resolved', () => {
  const facts: Facts['reply'] = { thread, deleted: false, answered: false }
  expect(settlementOf('reply', me, facts, now)).toBe('waits')
  expect(settlementOf('reply', me, { ...facts, answered: true }, now)).toBe('answered')
  expect(settlementOf('reply', me, { ...facts, deleted: true }, now)).toBe('over')
  expect(settlementOf('reply', me, { ...facts, thread: { ...thread, state: 'resolved' } }, now)).toBe('over')
})

test('[I8] what one may not answer does not wait: a reader, somebody suspended', () => {
  const facts: Facts['reply'] = { thread, deleted: false, answered: false }
  expect(settlementOf('reply', as('reader'), facts, now)).toBe('over')
  expect(settlementOf('reply', as('contributor', { suspended: true }), facts, now)).toBe('over')
})

test('[I7] a suggestion waits for who may decide it while it is open', () => {
  const facts: Facts['suggestion'] = { state: 'open', authorId: 'other', madeBy: 'other', draft }
  expect(settlementOf('suggestion', me, facts, now)).toBe('waits')
  for (const state of ['accepted', 'edited', 'declined', 'withdrawn']) {
    expect(settlementOf('suggestion', me, { ...facts, state }, now), state).toBe('over')
  }
  expect(settlementOf('suggestion', me, { ...facts, draft: { ...draft, state: 'promoted' } }, now)).toBe('over')
  expect(settlementOf('suggestion', me, { ...facts, draft: { ...draft, deleted: true } }, now)).toBe('over')
})

test('[I7] an objection waits for the draft’s owner until it has a disposition', () => {
  const facts: Facts['objection'] = { disposition: 'open', ownerId: 'other', standInId: null, sealed: false, draft }
  expect(settlementOf('objection', me, facts, now)).toBe('waits')
  expect(settlementOf('objection', me, { ...facts, disposition: 'dismissed' }, now)).toBe('over')
  expect(settlementOf('objection', me, { ...facts, sealed: true }, now)).toBe('over')
  expect(settlementOf('objection', as('contributor', { actorId: 'third' }), facts, now)).toBe('over')
})

test.each(['ballot', 'ballot-closing'] as const)('[I7] a %s waits until one has voted or it has closed', (kind) => {
  const ballot: BallotThing = {
    ...{ state: 'open', results: 'hidden', isElector: true, openedBy: 'other', draft, published: false },
  }
  expect(settlementOf(kind, me, { ballot, voted: false }, now)).toBe('waits')
  expect(settlementOf(kind, me, { ballot, voted: true }, now)).toBe('answered')
  expect(settlementOf(kind, me, { ballot: { ...ballot, state: 'closed' }, voted: false }, now)).toBe('over')
  expect(settlementOf(kind, me, { ballot: { ...ballot, state: 'void' }, voted: false }, now)).toBe('over')
  expect(settlementOf(kind, me, { ballot: { ...ballot, isElector: false }, voted: false }, now)).toBe('over')
})

test('[I7] a draft that came back waits until it is moved on', () => {
  expect(settlementOf('draft-returned', me, { ...draft, state: 'returned' }, now)).toBe('waits')
  expect(settlementOf('draft-returned', me, { ...draft, state: 'writing' }, now)).toBe('over')
})

test('[I7] publishing waits for a moderator while nothing holds it back, and objections for the owner', () => {
  const promoted: DraftThing = { ...draft, state: 'promoted' }
  const moderator = as('moderator', { actorId: 'mod' })
  expect(settlementOf('ready', moderator, { draft: promoted, objections: 0 }, now)).toBe('waits')
  expect(settlementOf('ready', moderator, { draft: promoted, objections: 2 }, now)).toBe('over')
  expect(settlementOf('ready', me, { draft: promoted, objections: 0 }, now)).toBe('over')
  expect(settlementOf('ready', moderator, { draft: { ...draft, state: 'published' }, objections: 0 }, now)).toBe('over')
  expect(settlementOf('draft-blocked', me, { draft: promoted, objections: 2 }, now)).toBe('waits')
  expect(settlementOf('draft-blocked', me, { draft: promoted, objections: 0 }, now)).toBe('over')
})

test('[I7] an outcome waits for a facilitator until its term, and not for who resolved it', () => {
  const facts: Facts['outcome-confirm'] = {
    thread: { ...thread, state: 'resolved' },
    resolution: { resolvedBy: 'other', resolvedAt: now, confirmedBy: null },
  }
  const facilitator = as('facilitator')
  expect(settlementOf('outcome-confirm', facilitator, facts, now)).toBe('waits')
  expect(settlementOf('outcome-confirm', facilitator, facts, now + confirmationTerm)).toBe('over')
  expect(settlementOf('outcome-confirm', me, facts, now)).toBe('over')
  const own = { ...facts, resolution: { ...facts.resolution, resolvedBy: 'me' } }
  expect(settlementOf('outcome-confirm', facilitator, own, now)).toBe('over')
  const confirmed = { ...facts, resolution: { ...facts.resolution, confirmedBy: 'third' } }
  expect(settlementOf('outcome-confirm', facilitator, confirmed, now)).toBe('over')
  const reopened = { thread, resolution: { resolvedBy: null, resolvedAt: null, confirmedBy: null } }
  expect(settlementOf('outcome-confirm', facilitator, reopened, now)).toBe('over')
})

test('[I7] a position is asked for until the next statement; a review until it is made', () => {
  expect(settlementOf('position-asked', me, { answered: false, withdrawn: false }, now)).toBe('waits')
  expect(settlementOf('position-asked', me, { answered: true, withdrawn: false }, now)).toBe('answered')
  expect(settlementOf('position-asked', me, { answered: false, withdrawn: true }, now)).toBe('over')
  expect(settlementOf('signal-review', as('facilitator'), { due: true }, now)).toBe('waits')
  expect(settlementOf('signal-review', as('facilitator'), { due: false }, now)).toBe('over')
  expect(settlementOf('signal-review', me, { due: true }, now)).toBe('over')
})
