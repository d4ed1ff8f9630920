import { describe, expect, it } from 'vitest'
import { importVault } from '../../server/usecases/atlas/import-vault.ts'
import { atlasIndex } from '../../server/views/atlas-index.ts'
import { commitmentsPage } from '../../server/views/commitments-page.ts'
import { heldTogetherPage } from '../../server/views/held-together-page.ts'
import { pathsPage } from '../../server/views/paths-page.ts'
import { scenarioPage } from '../../server/views/scenario-pages.ts'
import { testDeps } from '../factories/test-deps.ts'
import type { VaultCopy } from '../factories/vault-copy.ts'
import { vaultCopy } from '../factories/vault-copy.ts'

/** An atlas of its own from a changed vault. */
async function changed(change: (vault: VaultCopy) => void) {
  const deps = testDeps()
  const vault = vaultCopy()
  change(vault)
  await importVault(deps, { folder: vault.folder, dryRun: false })
  return deps
}

/** What the pages say of things that the shipped atlas does not have. */
describe('in an atlas that says more', { timeout: 60_000 }, () => {
  it('a person on the record is named where a scenario is answered', async () => {
    const deps = await changed((vault) => {
      vault.edit('people/emad-mostaque.md', 'strategy: pause', 'strategy: governance-first')
      vault.edit('people/emad-mostaque.md', '- pause:', '- governance-first:')
    })
    const { bets, held } = await scenarioPage(deps, null, { slug: 'eval-abandonment', search: '' })
    expect(bets.find(({ slug }) => slug === 'governance-first')?.people).toEqual({
      total: 1,
      shown: [{ slug: 'emad-mostaque', name: 'Emad Mostaque', stance: null }],
    })
    expect(held).toBe(1)
  })

  it('finds the circle that references make, shows it, and tells who walks it', async () => {
    const deps = await changed((vault) => {
      vault.edit('strategies/pause.md', '## What binds next\n\n', '## What binds next\n\nSee [[alignment-first]]. ')
      vault.edit('strategies/alignment-first.md', '## What binds next\n\n', '## What binds next\n\nSee [[pause]]. ')
    })
    const { counts, whole } = await pathsPage(deps, null, '')
    expect([counts.links, counts.cycles]).toEqual([2, 1])
    expect(whole?.cycles.shown[0]?.ring.map(({ slug }) => slug)).toEqual(['alignment-first', 'pause'])
    const { here } = await pathsPage(deps, null, '?from=pause&via=pause,alignment-first')
    expect(here?.cameRound).toBe(true)
    expect(here?.ring?.map(({ title }) => title)).toEqual(['Alignment first', 'Pause'])
    expect(here?.next.shown[0]).toMatchObject({ slug: 'alignment-first', rules: ['link'], walked: true })
    expect(here?.next.shown[0]?.href).toBe('/paths?from=alignment-first&via=pause,alignment-first,pause')
  })

  it('join claims that several strategies make, and name all that fall', async () => {
    const deps = await changed((vault) =>
      vault.edit(
        'strategies/pause.md',
        /- coordination: Enough of the important actors can agree to stop\./,
        '- coordination: AI can be counted and limited as warheads were.',
      ),
    )
    const { groups } = await commitmentsPage(deps, null, '?topic=coordination')
    expect(groups).toHaveLength(1)
    const shared = groups[0]?.assumptions[0]
    expect(shared?.strategies.map(({ slug }) => slug)).toEqual(['arms-control-treaty', 'pause'])
  })

  it('names pairs held in spite of a conflict, and complementary ones that are not held', async () => {
    const index = await atlasIndex(await changed(() => {}))
    const of = (kind: string) => {
      const pair = index.pairs.find((one) => one.kind === kind && [one.a, one.b].includes('pause'))
      if (!pair) throw new Error(`pause has no ${kind}`)
      return pair.a === 'pause' ? pair.b : pair.a
    }
    const [clash, helper] = [of('conflict'), of('complement')]
    const deps = await changed((vault) => {
      // Emad Mostaque holds Pause; now also what it conflicts with, and Andrew Ng what it complements.
      vault.edit('people/emad-mostaque.md', 'strategy: open-source-maximalism', `strategy: ${clash}`)
      vault.edit('people/emad-mostaque.md', '- open-source-maximalism:', `- ${clash}:`)
      vault.edit('people/andrew-ng.md', 'strategy: ai-skeptic', `strategy: ${helper}`)
      vault.edit('people/andrew-ng.md', '- ai-skeptic:', `- ${helper}:`)
    })
    const page = await heldTogetherPage(deps, null, '?relation=conflict')
    expect(page.held.rows.map(({ a, b }) => [a.slug, b.slug])).toEqual([[clash, 'pause'].sort()])
    expect(page.never.rows.map(({ a, b }) => [a.slug, b.slug])).toContainEqual([helper, 'pause'].sort())
  })
})
