import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { actionNames } from '../../domain/access/policy.ts'
import { describedTypes, describeEvent } from '../../domain/record/describe.ts'

/** Said to open pages and never recorded. */
const liveOnly = ['objection.changed', 'draft.edited', 'workshop.time-up', 'workshop.table-taken']

/** Every event type that is written down in a use case, or in another file which records events. */
function recordedTypes(): Set<string> {
  const files = readdirSync('server', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
  const acts = (file: string, text: string) => file.startsWith('usecases') || text.includes('recordEvent(')
  const texts = files
    .map((file) => [file, readFileSync(join('server', file), 'utf8')] as const)
    .filter(([file, text]) => acts(file, text))
    .map(([, text]) => text)
  const words = texts.flatMap((text) =>
    [...text.matchAll(/'([a-z]+\.[a-z]+(?:-[a-z]+)*)'/g)].map(([, word]) => word ?? ''),
  )
  const others = new Set<string>([...actionNames, ...liveOnly])
  return new Set(words.filter((word) => !others.has(word)))
}

it('[R7] every type that the server records has a sentence, and there is no sentence for any other', () => {
  const recorded = recordedTypes()
  expect(recorded.size).toBeGreaterThan(20)
  expect([...recorded].sort()).toEqual(describedTypes)
})

it('[R7] an unknown type is shown as it is', () => {
  expect(describeEvent({ type: 'edition.named', payload: {} })).toBe('edition.named')
})

it('[R4] [R7] a sentence repeats no text of a payload, whatever it holds', () => {
  const payload = fc.dictionary(
    fc.constantFrom('n', 'kind', 'type', 'role', 'field', 'outcome', 'disposition', 'result', 'turnout', 'electorate'),
    fc.oneof(fc.string({ minLength: 1 }), fc.integer(), fc.constant(null), fc.constant('Ann Lee <b>')),
  )
  fc.assert(
    fc.property(fc.constantFrom(...describedTypes), payload, (type, some) => {
      const words = describeEvent({ type, payload: some })
      expect(words).toMatch(/^[A-Z].*\.$/)
      expect(words).not.toContain('Ann Lee')
    }),
    { numRuns: 5_000 },
  )
})
