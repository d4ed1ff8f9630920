import { describe, expect, test } from 'vitest'
import type { DraftThing } from '../../../domain/access/policy.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Role, Viewer } from '../../../domain/access/viewer.ts'
import type { Occasion, Person } from '../../../domain/notifications/audience.ts'
import { whoIsTold } from '../../../domain/notifications/audience.ts'
import type { KindId } from '../../../domain/notifications/kinds.ts'
import { kindIds, kinds } from '../../../domain/notifications/kinds.ts'

type Reads = 'thread' | 'draft' | 'listed' | 'nothing'

// The matrix: each kind × each role × each secrecy of the draft, against a table written by hand.

const roles = ['reader', 'contributor', 'reviewer', 'facilitator', 'moderator', 'admin'] as const
const everybody = [...roles]
const members = roles.filter((role) => role !== 'reader')
const facilitators = ['facilitator', 'moderator', 'admin'] as const
const moderators = ['moderator', 'admin'] as const

/** What was done to their own words. */
const toldWhileSuspended: ReadonlySet<KindId> = new Set(['case-decided', 'appeal-decided', 'words-deleted'])

/** The row of each kind: who may be told, where the draft may be read. A new kind does not compile without one. */
const audience: Record<KindId, { roles: readonly Role[]; reads: Reads }> = {
  mention: { roles: members, reads: 'thread' },
  reply: { roles: members, reads: 'thread' },
  contribution: { roles: everybody, reads: 'thread' },
  thread: { roles: everybody, reads: 'thread' },
  outcome: { roles: everybody, reads: 'thread' },
  'outcome-confirm': { roles: facilitators, reads: 'thread' },
  reopened: { roles: everybody, reads: 'thread' },
  'words-deleted': { roles: everybody, reads: 'thread' },
  suggestion: { roles: members, reads: 'draft' },
  'suggestion-accepted': { roles: everybody, reads: 'draft' },
  'suggestion-edited': { roles: everybody, reads: 'draft' },
  'suggestion-declined': { roles: everybody, reads: 'draft' },
  carried: { roles: everybody, reads: 'draft' },
  'candidate-merged': { roles: everybody, reads: 'thread' },
  'candidate-adopted': { roles: everybody, reads: 'thread' },
  objection: { roles: members, reads: 'draft' },
  'objection-answered': { roles: everybody, reads: 'draft' },
  'stand-in-named': { roles: members, reads: 'draft' },
  'stand-in-asked': { roles: everybody, reads: 'draft' },
  'stand-in-acted': { roles: everybody, reads: 'draft' },
  hold: { roles: everybody, reads: 'draft' },
  'hold-lifted': { roles: everybody, reads: 'draft' },
  invited: { roles: everybody, reads: 'draft' },
  forked: { roles: everybody, reads: 'draft' },
  'draft-begun': { roles: members, reads: 'listed' },
  'review-asked': { roles: members, reads: 'draft' },
  reviewed: { roles: everybody, reads: 'draft' },
  'review-stalled': { roles: everybody, reads: 'draft' },
  'review-abandoned': { roles: moderators, reads: 'draft' },
  'draft-adopted': { roles: everybody, reads: 'draft' },
  'draft-returned': { roles: members, reads: 'draft' },
  'draft-blocked': { roles: members, reads: 'draft' },
  ready: { roles: moderators, reads: 'draft' },
  published: { roles: everybody, reads: 'nothing' },
  'published-watched': { roles: everybody, reads: 'nothing' },
  'rolled-back': { roles: everybody, reads: 'nothing' },
  'version-review': { roles: members, reads: 'nothing' },
  'plan-refused': { roles: everybody, reads: 'draft' },
  challenge: { roles: moderators, reads: 'nothing' },
  challenged: { roles: everybody, reads: 'nothing' },
  'challenge-answered': { roles: everybody, reads: 'nothing' },
  'case-open': { roles: moderators, reads: 'nothing' },
  'appeal-open': { roles: moderators, reads: 'nothing' },
  'correction-answered': { roles: everybody, reads: 'nothing' },
  'case-decided': { roles: everybody, reads: 'nothing' },
  'appeal-decided': { roles: everybody, reads: 'nothing' },
  'relation-declared': { roles: members, reads: 'nothing' },
  'relation-answered': { roles: everybody, reads: 'nothing' },
  ballot: { roles: members, reads: 'nothing' },
  'ballot-watched': { roles: members, reads: 'thread' },
  'result-watched': { roles: members, reads: 'thread' },
  'ballot-closing': { roles: members, reads: 'nothing' },
  'ballot-reminded': { roles: members, reads: 'nothing' },
  'ballot-void': { roles: members, reads: 'nothing' },
  'ballot-last-call': { roles: members, reads: 'nothing' },
  'ballot-moved': { roles: members, reads: 'nothing' },
  'statement-asked': { roles: moderators, reads: 'nothing' },
  'ballot-statement': { roles: members, reads: 'nothing' },
  'ballot-amended': { roles: members, reads: 'nothing' },
  'ballot-challenged': { roles: members, reads: 'nothing' },
  'ballot-result': { roles: members, reads: 'nothing' },
  'signal-reported': { roles: everybody, reads: 'nothing' },
  'report-open': { roles: facilitators, reads: 'nothing' },
  'signal-decided': { roles: everybody, reads: 'nothing' },
  'position-asked': { roles: members, reads: 'nothing' },
  'signal-review': { roles: facilitators, reads: 'nothing' },
}

const draft: Omit<DraftThing, 'memberRole'> = {
  state: 'writing',
  deleted: false,
  visibility: 'members',
  writing: 'invited',
  ownerId: 'somebody',
}

const secrecies: Record<string, Partial<typeof draft>> = {
  public: { visibility: 'public' },
  members: { visibility: 'members' },
  unlisted: { visibility: 'unlisted' },
  private: { visibility: 'private' },
  deleted: { deleted: true },
  published: { state: 'published', visibility: 'private' },
}

const viewer = (role: Role, suspended = false): Viewer => ({ actorId: 'one', name: '', role, colour: '', suspended })

function person(role: Role, change: Partial<Person> = {}): Person {
  return { actorId: 'one', role, suspended: false, draftRole: null, volume: null, ...change }
}

function told(kind: KindId, who: Person, about: Occasion['draft'], by: string | null = 'another'): boolean {
  return whoIsTold({ by, draft: about }, [{ actorId: 'one', kind }], new Map([['one', who]])).length === 1
}

function mayOpen(reads: Reads, role: Role, thing: DraftThing): boolean {
  if (reads === 'nothing') return true
  if (reads === 'listed') return can(viewer(role), 'draft.find', thing)
  return reads === 'draft'
    ? can(viewer(role), 'draft.read', thing)
    : can(viewer(role), 'thread.read', { state: 'open', createdBy: 'another', draft: thing })
}

describe.each(kindIds)('[I3] %s', (kind) => {
  const row = audience[kind]

  test.each(Object.keys(secrecies))('reaches whom it should and nobody else: a draft that is %s', (secrecy) => {
    const about = { ...draft, ...secrecies[secrecy] }
    for (const role of roles) {
      for (const memberRole of [null, 'reader', 'writer'] as const) {
        const opens = mayOpen(row.reads, role, { ...about, memberRole })
        const expected = row.roles.includes(role) && opens
        expect(told(kind, person(role, { draftRole: memberRole }), about), `${role}, ${memberRole}`).toBe(expected)
      }
    }
  })

  test('never reaches who is suspended, has no account, or did it', () => {
    const open = { ...draft, visibility: 'public' as const }
    for (const role of roles) {
      const suspended = person(role, { suspended: true, draftRole: 'owner' })
      expect(told(kind, suspended, open), role).toBe(toldWhileSuspended.has(kind))
      expect(told(kind, person(role, { draftRole: 'owner' }), open, 'one'), role).toBe(false)
    }
    expect(whoIsTold({ by: null, draft: open }, [{ actorId: 'one', kind }], new Map())).toEqual([])
  })

  test('[I6] arrives at the volumes that its registry says', () => {
    const open = { ...draft, visibility: 'public' as const }
    const at = (volume: Person['volume']) => told(kind, person('admin', { volume, draftRole: 'writer' }), open)
    const { arrives } = kinds[kind]
    expect([at(null), at('all')]).toEqual([true, true])
    expect(at('decisions')).toBe(arrives !== 'all')
    expect(at('mute')).toBe(arrives === 'always')
  })
})

test('[I2] one event tells one person once, as the first kind that reaches them', () => {
  const people = new Map([['one', person('contributor')]])
  const wanted = (['outcome-confirm', 'candidate-adopted', 'outcome'] as const).map((kind) => ({
    actorId: 'one',
    kind,
  }))
  expect(whoIsTold({ by: null, draft: null }, wanted, people)).toEqual([{ actorId: 'one', kind: 'candidate-adopted' }])
})

test('duties are what still comes when a thing is muted, and all of them wait for an act', () => {
  const duties = kindIds.filter((id) => kinds[id].arrives === 'always')
  expect(duties.every((id) => kinds[id].needs)).toBe(true)
  expect(duties.sort()).toEqual(
    [
      'ballot',
      'ballot-amended',
      'ballot-challenged',
      'ballot-closing',
      'appeal-open',
      'ballot-reminded',
      'case-open',
      'challenge',
      'outcome-confirm',
      'position-asked',
      'ready',
      'review-abandoned',
      'signal-review',
      'statement-asked',
      'version-review',
    ].sort(),
  )
})
