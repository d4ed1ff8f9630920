import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DeclaringVersion, DisputeState, GivenAnswer } from '../../domain/relations/both-sides.ts'
import {
  decideAnswer,
  declarationState,
  disputeOutcomes,
  disputeState,
  relationStates,
  runOf,
  waitingFor,
} from '../../domain/relations/both-sides.ts'
import type { AnsweringSide } from '../../domain/relations/groups.ts'
import { capacityOf } from '../../domain/relations/groups.ts'
import { relatePairs } from '../../domain/relations/relate-pairs.ts'

const named = { kind: 'conflict', to: 'b' } as const
const version = (
  n: number,
  rationale: string | null,
  kind: DeclaringVersion['kind'] = 'publish',
): DeclaringVersion => ({
  n,
  kind,
  declarations: rationale === null ? [] : [{ ...named, rationale }],
})
let made = 0
const answer = (what: 'confirm' | DisputeState, change: Partial<GivenAnswer> = {}): GivenAnswer => {
  made += 1
  const given = what === 'confirm' ? ('confirm' as const) : ('dispute' as const)
  return {
    id: `answer-${String(made).padStart(4, '0')}`,
    since: 2,
    at: made,
    answer: given,
    dispute: what === 'confirm' ? null : what,
    ...change,
  }
}
const published = { since: 2, imported: false }

describe('how long a declaration stands', () => {
  it('[B1] since the first version of the run that says the same', () => {
    expect(runOf([version(1, null), version(2, 'So.'), version(3, ' So. ')], named)).toEqual({
      since: 2,
      imported: false,
    })
    expect(runOf([version(1, 'So.', 'import'), version(2, 'So.')], named)).toEqual({ since: 1, imported: true })
  })

  it('[B1] a withdrawal of the declaration, of its words or of the entry begins it anew', () => {
    expect(runOf([version(1, 'So.'), version(2, null), version(3, 'So.')], named)?.since).toBe(3)
    expect(runOf([version(1, 'So.'), version(2, 'Otherwise.'), version(3, 'So.')], named)?.since).toBe(3)
    expect(runOf([version(1, 'So.'), version(2, null, 'withdraw'), version(3, 'So.')], named)?.since).toBe(3)
    expect(runOf([version(1, 'So.'), version(2, null)], named)).toBeNull()
    expect(runOf([version(1, 'So.')], { kind: 'complement', to: 'b' })).toBeNull()
    expect(runOf([version(1, 'So.')], { kind: 'conflict', to: 'c' })).toBeNull()
  })
})

describe('where a declaration stands', () => {
  it('[B3] without an answer it is declared by one, or confirmed where it was imported', () => {
    expect(declarationState(published, []).state).toBe('declared-by-one')
    expect(declarationState({ since: 1, imported: true }, []).state).toBe('confirmed')
  })

  it('[B3] the latest answer counts, and a dispute that is argued before all', () => {
    const state = (...answers: GivenAnswer[]) => declarationState(published, answers).state
    expect(state(answer('confirm'))).toBe('confirmed')
    expect(state(answer('argued'))).toBe('disputed')
    expect(state(answer('upheld'))).toBe('declined')
    expect(state(answer('upheld'), answer('confirm'))).toBe('confirmed')
    expect(state(answer('argued'), answer('confirm'))).toBe('disputed')
  })

  it('[B3] [B9] a dispute that was set aside leaves it as it was', () => {
    expect(declarationState(published, [answer('set-aside')]).state).toBe('declared-by-one')
    const confirmed = answer('confirm')
    expect(declarationState(published, [confirmed, answer('set-aside')]).by).toBe(confirmed)
    expect(declarationState({ since: 2, imported: true }, [answer('set-aside')]).state).toBe('confirmed')
  })

  it('[B2] an answer to an earlier run is none', () => {
    const before = [answer('confirm', { since: 1 }), answer('upheld', { since: 1 }), answer('argued', { since: 1 })]
    expect(declarationState(published, before).state).toBe('declared-by-one')
  })

  it('[B9] a thread says how the dispute in it stands', () => {
    expect(disputeState({ state: 'open', outcome: null })).toBe('argued')
    expect(disputeState({ state: 'resolved', outcome: 'wording-adopted' })).toBe('upheld')
    expect(disputeState({ state: 'resolved', outcome: 'set-aside' })).toBe('set-aside')
  })

  it('[B5] depends on the order of neither answers nor declarations', () => {
    const any = fc.record({
      id: fc.uuid(),
      since: fc.constantFrom(1, 2),
      at: fc.nat(3),
      what: fc.constantFrom('confirm' as const, 'argued' as const, 'upheld' as const, 'set-aside' as const),
    })
    const answers = fc.uniqueArray(any, { selector: ({ id }) => id, maxLength: 8 })
    fc.assert(
      fc.property(
        answers.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        fc.boolean(),
        ([some, shuffled], imported) => {
          const given = (list: typeof some) => list.map(({ what, ...rest }) => answer(what, rest))
          const run = { since: 2, imported }
          const one = declarationState(run, given(some))
          const other = declarationState(run, given(shuffled))
          expect({ state: other.state, by: other.by?.id }).toEqual({ state: one.state, by: one.by?.id })
          expect(relationStates).toContain(one.state)
        },
      ),
    )
    const all = [version(1, 'So.'), version(2, null), version(3, 'So.'), version(4, 'So.')]
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: 4 }), (shuffled) => {
        expect(runOf(shuffled, named)?.since).toBe(3)
      }),
    )
  })
})

describe('which pairs ask for an answer', () => {
  const facts = (slug: string, lever: string) => ({
    ...{ slug, lever, pull: '+', side: 'mixed' as const, timeHorizon: 'near', legitimacySource: 'law' },
    ...{ rejectsFrame: false, foreclosing: false },
  })
  const says = (from: string, kind: 'conflict' | 'complement', to: string) => ({ from, kind, to, rationale: '' })

  it('[B4] those that one side declares, and neither those of both sides nor twins', () => {
    const two = [facts('a', 'speed'), facts('b', 'scope')]
    const pairs = (...said: ReturnType<typeof says>[]) => relatePairs(two, said).map(waitingFor)
    expect(pairs(says('b', 'conflict', 'a'))).toEqual([{ from: 'b', kind: 'conflict', to: 'a' }])
    expect(pairs(says('a', 'complement', 'b'))).toEqual([{ from: 'a', kind: 'complement', to: 'b' }])
    expect(pairs(says('a', 'complement', 'b'), says('b', 'complement', 'a'))).toEqual([null])
    expect(pairs(says('a', 'complement', 'b'), says('b', 'conflict', 'a'))).toEqual([
      { from: 'b', kind: 'conflict', to: 'a' },
    ])
    expect(relatePairs([facts('a', 'speed'), facts('b', 'speed')], []).map(waitingFor)).toEqual([null])
  })
})

describe('who answers', () => {
  const side = (change: Partial<AnsweringSide> = {}): AnsweringSide => ({
    draftWriters: ['writer', 'both'],
    current: {
      authors: [
        { actorId: 'author', name: 'A', characters: 10 },
        { actorId: 'was-there', name: 'W', characters: 0 },
      ],
      draftOwnerId: 'owner',
    },
    declaring: [
      { authors: [{ actorId: 'declarer', name: 'D' }], draftOwnerId: 'both' },
      { authors: [], draftOwnerId: null },
    ],
    ...change,
  })
  const as = (actorId: string, moderator = false, of = side()) => capacityOf(of, { actorId, moderator })

  it('[B6] owners and writers of its drafts, authors of its version and the owner of their draft, and moderators', () => {
    expect(['writer', 'author', 'owner'].map((one) => as(one))).toEqual(['writer', 'author', 'author'])
    expect(['was-there', 'anybody'].map((one) => as(one))).toEqual([null, null])
    expect(as('anybody', true)).toBe('moderator')
    expect(as('author', true)).toBe('author')
  })

  it('[B7] nobody a declaration of their own, not even alone, not even as a moderator', () => {
    expect(as('declarer')).toBeNull()
    expect(as('both')).toBeNull()
    expect(as('both', true)).toBeNull()
    const alone = side({ draftWriters: ['both'], current: { authors: [], draftOwnerId: null } })
    expect(as('both', false, alone)).toBeNull()
    expect(as('anybody', true, alone)).toBe('moderator')
  })

  it('[B8] once at a time: not while it is argued, and not what is confirmed', () => {
    const decisions = relationStates.map((state) => [decideAnswer(state, 'confirm'), decideAnswer(state, 'dispute')])
    expect(Object.fromEntries(relationStates.map((state, i) => [state, decisions[i]]))).toMatchObject({
      confirmed: ['confirmed-already', 'answer'],
      'declared-by-one': ['answer', 'answer'],
      disputed: ['argued', 'argued'],
      declined: ['answer', 'answer'],
    })
  })

  it('[B10] each side of a dispute can only give in, and a moderator of neither ends it either way', () => {
    const none = { disputant: false, declarer: false, moderator: false }
    expect(disputeOutcomes(none)).toEqual([])
    expect(disputeOutcomes({ ...none, disputant: true, moderator: true })).toEqual(['set-aside'])
    expect(disputeOutcomes({ ...none, declarer: true, moderator: true })).toEqual(['wording-adopted'])
    expect(disputeOutcomes({ ...none, moderator: true })).toEqual(['wording-adopted', 'set-aside'])
  })
})
