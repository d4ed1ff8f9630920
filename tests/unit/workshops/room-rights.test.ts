import { describe, expect, it } from 'vitest'
import type { Action, DraftThing } from '../../../domain/access/policy.ts'
import { actionNames, can } from '../../../domain/access/policy.ts'
import type { RoomThing } from '../../../domain/access/room-rights.ts'
import type { Role, Viewer } from '../../../domain/access/viewer.ts'
import { whyReadOnly } from '../../../domain/drafts/roles.ts'
import { writers } from '../../../domain/workshops/words.ts'

const as = (role: Role, suspended = false): Viewer => ({ actorId: role, name: role, role, colour: '', suspended })
const room: RoomThing = {
  id: 'w',
  kind: 'co-write',
  writers: 'everyone',
  locked: false,
  facilitator: false,
  inRoom: true,
  place: 'common',
}
const draft = (change: Partial<RoomThing> | null, more: Partial<DraftThing> = {}): DraftThing => ({
  state: 'writing',
  deleted: false,
  visibility: 'private',
  writing: 'invited',
  ownerId: 'owner',
  memberRole: null,
  workshop: change && { ...room, ...change },
  ...more,
})
const writes = (viewer: Viewer, change: Partial<RoomThing>, more: Partial<DraftThing> = {}) =>
  can(viewer, 'draft.write', draft(change, more))

describe('[G3] who writes what a live workshop works on', () => {
  it('is said by the phase to who is in the room', () => {
    const may = writers.map((one) => [
      one,
      ...[as('guest'), as('reader'), as('contributor')].map((viewer) => writes(viewer, { writers: one })),
      writes(as('facilitator'), { writers: one, facilitator: true }),
      writes(as('moderator'), { writers: one }),
    ])
    expect(may).toEqual([
      ['everyone', true, true, true, true, true],
      ['members', false, false, true, true, true],
      ['facilitators', false, false, false, true, true],
      ['nobody', false, false, false, true, true],
    ])
  })

  it('says why somebody may not: they are outside, it is locked, or the phase is another', () => {
    const why = (change: Partial<RoomThing>, more: Partial<DraftThing> = {}) =>
      whyReadOnly(as('contributor'), draft(change, { memberRole: 'writer', ...more }))
    expect(why({ inRoom: false })).toMatch(/^A workshop is working on this draft now\. .*join it or wait/)
    expect(why({ locked: true })).toContain('locked')
    expect(why({ writers: 'nobody' })).toContain('phase')
    // What was decided stays decided, workshop or not.
    expect(why({ inRoom: false }, { state: 'published' })).toContain('published')
    expect(whyReadOnly(as('contributor'), draft(null))).toContain('invited')
  })

  it('is nobody outside the room, its owner included, and nobody but facilitators while it is locked', () => {
    const owner = { memberRole: 'owner' as const }
    expect(writes(as('contributor'), { inRoom: false }, owner)).toBe(false)
    expect(writes(as('contributor'), { inRoom: true }, owner)).toBe(true)
    expect(writes(as('contributor'), { locked: true }, owner)).toBe(false)
    expect(writes(as('facilitator'), { locked: true, facilitator: true })).toBe(true)
    expect(can(as('contributor'), 'draft.write', draft(null, owner))).toBe(true)
  })

  it('is nobody in a draft that is not written any more', () => {
    expect(writes(as('guest'), {}, { state: 'published' })).toBe(false)
    expect(writes(as('guest'), {}, { deleted: true })).toBe(false)
    expect(writes(as('contributor', true), {})).toBe(false)
  })
})

describe('what a guest may do', () => {
  const thread = (change: Partial<RoomThing> | null) => ({
    state: 'open' as const,
    createdBy: 'x',
    draft: draft(change),
  })

  it('[G1] reads in the room and not without one', () => {
    expect(can(as('guest'), 'draft.read', draft({}))).toBe(true)
    expect(can(as('guest'), 'draft.read', draft({ inRoom: false }))).toBe(false)
    expect(can(as('guest'), 'draft.read', draft(null, { visibility: 'members' }))).toBe(false)
  })

  it('[G4] says in threads what the phase lets guests say', () => {
    const acts = ['candidate.propose', 'contribution.react', 'contribution.post'] as const
    const may = (change: Partial<RoomThing> | null) => acts.map((act) => can(as('guest'), act, thread(change)))
    expect(may({ kind: 'statements' })).toEqual([true, false, false])
    expect(may({ kind: 'argue' })).toEqual([false, true, true])
    expect(may({ kind: 'agree' })).toEqual([true, true, true])
    expect(may({ kind: 'ballot' })).toEqual([false, false, false])
    expect(may({ kind: 'agree', inRoom: false })).toEqual([false, false, false])
    expect(may(null)).toEqual([false, false, false])
  })

  it('[G2] without a room has no right that a signed-out reader has not', () => {
    const things = { ...draft(null, { visibility: 'members' }), draft: draft(null), authorId: 'guest', saidBy: 'guest' }
    const thing = {
      ...things,
      createdBy: 'guest',
      isElector: true,
      state: 'open',
      ownerId: 'guest',
      authorIds: [],
      role: null,
    }
    const more = actionNames.filter((action: Action) => {
      // Ballots are read by their draft; the matrix walks the rest on the running server.
      const mays = [as('guest'), null].map((viewer) => can(viewer, action, thing as never))
      return mays[0] && !mays[1]
    })
    expect(more).toEqual([])
  })
})

describe('[G5] a room at its tables', () => {
  const member = as('contributor')
  const places = ['common', 'left', 'own-table', 'other-table', 'former-table'] as const

  it('writes the version of the own table, as the phase says, and facilitators write all', () => {
    const may = places.map((place) => [
      place,
      writes(member, { place, writers: 'members' }),
      writes(as('guest'), { place, writers: 'members' }),
      writes(as('facilitator'), { place, writers: 'nobody', facilitator: true }),
    ])
    expect(may).toEqual([
      ['common', true, false, true],
      ['left', false, false, true],
      ['own-table', true, false, true],
      ['other-table', false, false, true],
      ['former-table', false, false, true],
    ])
    for (const place of places) expect(writes(member, { place, locked: true })).toBe(false)
    for (const place of places) expect(writes(member, { place, inRoom: false })).toBe(false)
    expect(writes(as('guest'), { place: 'own-table', writers: 'everyone' })).toBe(true)
    expect(writes(as('guest'), { place: 'other-table', writers: 'everyone' })).toBe(false)
  })

  it('lets an owner and an invited writer write at another table no more than anybody else', () => {
    for (const memberRole of ['owner', 'writer'] as const) {
      expect(writes(member, { place: 'other-table' }, { memberRole })).toBe(false)
    }
  })

  it('speaks in the threads of the own table, not in those of another, and reads all', () => {
    const says = (viewer: Viewer, change: Partial<RoomThing>) => {
      const thread = { state: 'open' as const, createdBy: 'owner', draft: draft({ kind: 'agree', ...change }) }
      return (['candidate.propose', 'contribution.react', 'contribution.post'] as const).map((act) =>
        can(viewer, act, thread),
      )
    }
    for (const viewer of [as('guest'), member]) {
      expect(says(viewer, { place: 'own-table' })).toEqual([true, true, true])
      expect(says(viewer, { place: 'other-table' })).toEqual([false, false, false])
      expect(can(viewer, 'draft.read', draft({ place: 'other-table' }))).toBe(true)
    }
    for (const act of ['thread.open', 'suggestion.make', 'objection.raise'] as const) {
      expect(can(member, act, draft({ place: 'own-table' }))).toBe(true)
      expect(can(member, act, draft({ place: 'other-table' }))).toBe(false)
    }
    expect(says(as('facilitator'), { place: 'other-table', facilitator: true })).toEqual([true, true, true])
  })

  it('is told why it does not write', () => {
    const why = (place: RoomThing['place']) => whyReadOnly(member, draft({ place }))
    expect(why('left')).toMatch(/each table writes in its own version/)
    expect(why('other-table')).toMatch(/version of another table/)
    expect(why('former-table')).toMatch(/tables are over/)
  })
})
