import { describe, expect, it } from 'vitest'
import { Independent } from '../../scripts/verify-independent.mjs'
import { verifyBundle } from '../../server/cli/verify/verify-bundle.ts'
import { bundleOf, bundleWorld } from '../factories/bundle-world.ts'

function independently(lines: readonly string[]) {
  const all = new Independent()
  for (const line of lines) all.take(line)
  return all.end()
}

describe('a bundle', () => {
  it.each(['public', 'members'] as const)(
    '[R13] for %s holds up, is the same twice, and both verifiers agree',
    async (scope) => {
      const { deps } = await bundleWorld()
      const lines = await bundleOf(deps, scope)
      expect(await bundleOf(deps, scope)).toEqual(lines)
      const verified = await verifyBundle(lines)
      expect(verified.counts).toEqual(independently(lines))
      expect([...verified.remarks]).toEqual([])
      expect(verified.counts).toMatchObject({ ballot: scope === 'public' ? 3 : 4, version: 5, entry: 2, objection: 1 })
    },
  )
})
