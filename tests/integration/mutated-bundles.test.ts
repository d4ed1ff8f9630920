import { expect, it } from 'vitest'
import { amendedWorld } from '../factories/amended-world.ts'
import { bundleOf, bundleWorld } from '../factories/bundle-world.ts'
import { judge } from '../factories/judge-bundle.ts'
import { mutate, withManifest } from '../factories/mutate-bundle.ts'
import { seeded } from '../factories/random.ts'

/** Lies a bundle is tried with; `npm run soak:bundles` takes twenty thousand altogether. */
const mutants = Number(process.env.MUTANTS ?? 300)

it.each(['public', 'members'] as const)(
  '[R18] both verifiers catch every lie planted in a bundle for %s',
  async (scope) => {
    const { deps } = await bundleWorld()
    expect(await missed(await bundleOf(deps, scope), scope.length)).toEqual([])
  },
  3_600_000,
)

it.each([
  ['public', 'hidden'],
  ['members', 'shown'],
] as const)(
  '[R18] so do they in a bundle for %s with a text that changed under vote, names %s',
  async (scope, names) => {
    const { deps, publish } = await amendedWorld(names)
    await publish()
    expect(await missed(await bundleOf(deps, scope), names.length)).toEqual([])
  },
  3_600_000,
)

it('[R18] both find who cast a paper exchanged, also where the papers say no choice any more', async () => {
  const { deps, publish } = await amendedWorld('shown')
  await publish()
  const lines = (await bundleOf(deps, 'members')).map((line) => JSON.parse(line))
  const papers = lines.filter(({ kind, choice, by }) => kind === 'paper' && choice === undefined && by !== undefined)
  const one = papers[0]
  const two = papers.find(({ by }) => by !== one?.by)
  if (!one || !two) throw new Error('this world has no two people whose papers say no choice any more')
  ;[one.by, two.by] = [two.by, one.by]
  const { ours, other } = judge(withManifest(lines))
  expect([ours, other]).toEqual([expect.stringContaining('cast'), expect.stringContaining('by')])
})

/** Lies of so many that a verifier does not find. */
async function missed(lines: readonly string[], seed: number): Promise<string[]> {
  expect(judge(lines)).toEqual({ ours: null, other: null })
  const random = seeded(seed)
  const found: string[] = []
  for (let i = 0; i < mutants; i += 1) {
    const mutant = mutate(lines, random)
    const { ours, other } = judge(mutant.lines)
    if (ours === null || other === null) found.push(`${mutant.what}: ours ${ours}, other ${other}`)
  }
  return found
}
