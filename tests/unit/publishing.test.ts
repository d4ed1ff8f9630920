import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contentHash } from '../../domain/entries/content-hash.ts'
import type { EntryContent } from '../../domain/entries/kinds.ts'
import { paragraph } from '../../domain/prose/tree.ts'
import { authorIds, authorsOf, isAuthor } from '../../domain/publishing/authors.ts'
import { decisionSummary } from '../../domain/publishing/decision.ts'
import type { MergeFacts } from '../../domain/publishing/merge-box.ts'
import { canPublish, mergeBox, nextVersion } from '../../domain/publishing/merge-box.ts'

const content: EntryContent = {
  kind: 'strategy',
  schema: 1,
  title: 'Rate-limited AI',
  sections: { bet: paragraph('Slower steps are safer steps.') },
  fields: {},
  declarations: [],
}

const ready: MergeFacts = {
  draftState: 'promoted',
  ballot: { id: 'ballot1', state: 'closed', result: 'adopted' },
  snapshot: { content, hash: contentHash(content) },
  objections: [{ id: 'o1', disposition: 'dismissed' }],
  missing: [],
  baseVersion: 1,
  currentVersion: 1,
  draftId: 'draft1',
}

const unmet = (facts: Partial<MergeFacts>) => {
  const requirements = mergeBox({ ...ready, ...facts })
  expect(canPublish(requirements)).toBe(false)
  return requirements.filter((line) => !line.met)
}

describe('merge box', () => {
  it('[P2] is open when everything holds', () => {
    const requirements = mergeBox(ready)
    expect(requirements.map((line) => line.id)).toEqual(['ballot', 'snapshot', 'objections', 'complete', 'base'])
    expect(canPublish(requirements)).toBe(true)
  })

  it.each([
    ['no ballot', null],
    ['an open ballot', { id: 'b', state: 'open', result: null }],
    ['a void ballot', { id: 'b', state: 'void', result: null }],
    ['a rejection', { id: 'b', state: 'closed', result: 'rejected' }],
    ['no quorum', { id: 'b', state: 'closed', result: 'no-quorum' }],
    ['no outcome', { id: 'b', state: 'closed', result: null }],
  ] as const)('[P2] is shut after %s', (_name, ballot) => {
    expect(unmet({ ballot }).map((line) => line.id)).toEqual(['ballot'])
  })

  it('[P2] after a block, is shut exactly as long as an objection is open', () => {
    const ballot = { id: 'b', state: 'closed', result: 'blocked' } as const
    expect(unmet({ ballot, objections: [{ id: 'o', disposition: 'open' }] }).map((line) => line.id)).toEqual([
      'objections',
    ])
    const settled = mergeBox({ ...ready, ballot, objections: [{ id: 'o', disposition: 'dismissed' }] })
    expect(canPublish(settled)).toBe(true)
  })

  it('[P2] [P7] is shut when the draft was moved after its ballot', () => {
    for (const draftState of ['writing', 'in-review', 'published'] as const) {
      expect(unmet({ draftState }).map((line) => line.id)).toEqual(['ballot'])
    }
  })

  it('[P2] is shut when the snapshot was changed after the vote', () => {
    const changed = { ...content, title: 'Unlimited AI' }
    expect(unmet({ snapshot: { content: changed, hash: contentHash(content) } })[0]?.id).toBe('snapshot')
    expect(unmet({ snapshot: null })[0]?.id).toBe('snapshot')
  })

  it('[P2] [P3] counts the objections that are open', () => {
    const disposition = fc.constantFrom('open', 'adopted', 'adopted-in-part', 'dismissed', 'withdrawn', 'minority-note')
    fc.assert(
      fc.property(fc.array(disposition), (dispositions) => {
        const objections = dispositions.map((one, i) => ({ id: `o${i}`, disposition: one }))
        const line = mergeBox({ ...ready, objections }).find((one) => one.id === 'objections')
        const open = dispositions.filter((one) => one === 'open').length
        expect(line?.met).toBe(open === 0)
        if (open > 0) expect(line?.words).toContain(`${open} objection`)
      }),
    )
  })

  it('[P3] says what is missing and where to mend it', () => {
    const [line] = unmet({ missing: ['Lever', 'Falsification signal'] })
    expect(line?.words).toContain('Lever; Falsification signal')
    expect(line?.link?.href).toBe('/drafts/draft1')
  })

  it('[P5] names both versions when the base has moved', () => {
    expect(unmet({ currentVersion: 2 })[0]?.words).toMatch(/version 1.*version 2/)
    expect(unmet({ baseVersion: null })[0]?.words).toMatch(/new entry.*version 1/)
  })

  it('[P4] numbers follow each other from 1', () => {
    expect(nextVersion(null)).toBe(1)
    expect(nextVersion(4)).toBe(5)
  })
})

const owner = { actorId: 'owner', name: 'Owner' }

describe('authors', () => {
  it('[P6] are sorted by how much of theirs stands in the text, then by name; who only took part comes last', () => {
    const written = [
      { actorId: 'b', name: 'Birgit', characters: 40 },
      { actorId: 'z', name: 'Zoe', characters: 0 },
      { actorId: 'a', name: 'Asha', characters: 40 },
      { actorId: 'c', name: 'Chen', characters: 900 },
    ]
    const authors = authorsOf(written, owner)
    expect(authors.filter(isAuthor).map((author) => author.name)).toEqual(['Chen', 'Asha', 'Birgit'])
    expect(authors.filter((author) => !isAuthor(author))).toEqual([{ actorId: 'z', name: 'Zoe', characters: 0 }])
  })

  it('[P6] fall back to the owner where nobody’s words stand', () => {
    expect(authorsOf([], owner)).toEqual([owner])
    const only = [
      { actorId: 'owner', name: 'Owner', characters: 0 },
      { actorId: 'z', name: 'Zoe', characters: 0 },
    ]
    const authors = authorsOf(only, owner)
    expect(authors.filter(isAuthor)).toEqual([owner])
    expect(authors.map((author) => author.actorId)).toEqual(['owner', 'z'])
  })
})

it('[P8] a decision is one sentence with the count', () => {
  const outcome = {
    result: 'adopted' as const,
    tally: { agree: 5, reservations: 1, abstain: 2, object: 0 },
    turnout: 8,
    electorate: 9,
    quorum: 5,
    share: 1,
    requirements: [],
  }
  const count = '5 agree, 1 with reservations, 2 abstain, 0 object (8 of 9 voted, quorum 5)'
  expect(decisionSummary('simple majority', outcome)).toBe(`Adopted by simple majority: ${count}.`)
  expect(decisionSummary('consensus', { ...outcome, result: 'blocked' })).toBe(
    `Carried by consensus: ${count}. Its objections were disposed of afterwards.`,
  )
})

it('[K5] whose words stood in the draft that was forked is an author of the fork, after those who wrote in it', () => {
  const own = [
    { actorId: 'b', name: 'Bashir', characters: 12 },
    { actorId: 'c', name: 'Chidi', characters: 0 },
  ]
  const before = [
    { actorId: 'a', name: 'Ana' },
    { actorId: 'b', name: 'Bashir' },
  ]
  const authors = authorsOf(own, owner, before)
  expect(authors).toEqual([own[0], { actorId: 'a', name: 'Ana' }, own[1]])
  expect(authorIds(authors)).toEqual(['b', 'a'])
  expect(authorsOf(own, owner)).toEqual(own)
  // Nobody wrote in the fork: it is the text of those whose words it began with, not of its owner.
  expect(authorsOf([{ actorId: 'c', name: 'Chidi', characters: 0 }], owner, before)).toEqual([...before, own[1]])
})
