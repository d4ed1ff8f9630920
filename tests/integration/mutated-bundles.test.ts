import { expect, it } from 'vitest'
import { bundleOf, bundleWorld } from '../factories/bundle-world.ts'
import { judge } from '../factories/judge-bundle.ts'
import { mutate } from '../factories/mutate-bundle.ts'
import { seeded } from '../factories/random.ts'

/** Lies a bundle is tried with; `npm run soak:bundles` takes ten thousand altogether. */
const mutants = Number(process.env.MUTANTS ?? 300)

it.each(['public', 'members'] as const)(
  '[R18] both verifiers catch every lie planted in a bundle for %s',
  async (scope) => {
    const { deps } = await bundleWorld()
    const lines = await bundleOf(deps, scope)
    expect(judge(lines)).toEqual({ ours: null, other: null })
    const random = seeded(scope.length)
    const missed: string[] = []
    for (let i = 0; i < mutants; i += 1) {
      const mutant = mutate(lines, random)
      const { ours, other } = judge(mutant.lines)
      if (ours === null || other === null) missed.push(`${mutant.what}: ours ${ours}, other ${other}`)
    }
    expect(missed).toEqual([])
  },
  3_600_000,
)
