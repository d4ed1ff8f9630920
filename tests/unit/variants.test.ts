import { expect, it } from 'vitest'
import { nextVersion } from '../../domain/publishing/merge-box.ts'
import { rollBackFault } from '../../domain/publishing/roll-back.ts'
import type { VariantFacts } from '../../domain/publishing/variants.ts'
import { variantFault } from '../../domain/publishing/variants.ts'

const lost: VariantFacts = {
  draftState: 'returned',
  ballot: { state: 'closed', adopted: false },
  hash: 'a',
  currentHash: 'b',
  isKept: false,
}

it('[P30] keeps the text that a closed ballot did not adopt, once, beside a current one that says something else', () => {
  expect(variantFault(lost)).toBeNull()
  for (const change of [
    { ballot: null },
    { hash: null },
    { ballot: { state: 'open', adopted: false } },
    { ballot: { state: 'closed', adopted: true } },
    { draftState: 'promoted' },
    { draftState: 'published' },
    { draftState: 'writing' },
    { currentHash: null },
    { currentHash: 'a' },
    { isKept: true },
  ] as Partial<VariantFacts>[]) {
    expect(variantFault({ ...lost, ...change }), JSON.stringify(change)).toMatch(/\.$/)
  }
})

it('[P4] [P31] numbers go on after a variant, and nothing is rolled back to one', () => {
  expect([nextVersion(null), nextVersion(2)]).toEqual([1, 3])
  const fault = rollBackFault({ n: 1, kind: 'publish', hash: 'b' }, { n: 2, kind: 'variant', hash: 'a' }, 2)
  expect(fault).toMatch(/minority variant/)
})
