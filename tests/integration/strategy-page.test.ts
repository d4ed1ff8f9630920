import { beforeEach, describe, expect, it } from 'vitest'
import { importVault } from '../../server/usecases/atlas/import-vault.ts'
import { atlasIndex } from '../../server/views/atlas-index.ts'
import { entryJson } from '../../server/views/entry-json.ts'
import { strategiesList } from '../../server/views/strategies-list.ts'
import { strategyPage } from '../../server/views/strategy-page.ts'
import type { TestDeps } from '../factories/test-deps.ts'
import { testDeps } from '../factories/test-deps.ts'

let deps: TestDeps
beforeEach(async () => {
  deps = testDeps()
  await importVault(deps, { folder: 'db/seed/vault', dryRun: false })
})

const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0)
const size = (groups: { relations: unknown[] }[]) => sum(groups.map(({ relations }) => relations.length))

describe('the page of Open source maximalism', () => {
  it('derives the numbers that its facts give', async () => {
    const { panels } = await strategyPage(deps, null, 'open-source-maximalism')
    const { people, conflicts, complements, twins } = panels
    expect(people).toMatchObject({ total: 36, profiled: 8, more: 0 })
    expect(people.expertise.map(({ n }) => n)).toEqual([3, 3, 0, 1, 0, 1])
    expect(people.recognition.map(({ n }) => n)).toEqual([4, 4, 0, 0])
    expect(people.shown).toHaveLength(36)
    expect([conflicts, complements, twins].map(size)).toEqual([5, 5, 1])
    const own = (groups: typeof conflicts) =>
      groups.flatMap(({ relations }) => relations).filter(({ onlyOther }) => !onlyOther)
    expect(own(conflicts)).toHaveLength(3)
    expect(own(complements)).toHaveLength(4)
  })

  it('names profiled people first, by name, with their tiers', async () => {
    const { panels } = await strategyPage(deps, null, 'open-source-maximalism')
    const lines = panels.people.shown.map(({ name, line }) => `${name}: ${line}`)
    expect(lines[0]).toBe('Andrew Ng: Deep ML / safety technical · Mass-public recognition')
    expect(lines[7]).toBe('Yann LeCun: Builds frontier systems · Mass-public recognition')
    expect(lines[8]).toMatch(/^Ada Rose Cannon: Web engineer/)
  })

  it('groups relations by mechanism', async () => {
    const { panels } = await strategyPage(deps, null, 'open-source-maximalism')
    const groups = [...panels.conflicts, ...panels.complements, ...panels.twins]
    expect(groups.map(({ mechanism, relations }) => [mechanism.id, relations.length])).toEqual([
      ['lever-opposition', 1],
      ['frame-opposition', 4],
      ['same-lever-reinforce', 1],
      ['same-side-diversify', 2],
      ['adjacent-bet', 2],
      ['same-lever-twin', 1],
    ])
  })
})

describe('every strategy', () => {
  it('has mixes that add up to its profiled people, and a place on each axis among all', async () => {
    const index = await atlasIndex(deps)
    for (const { slug } of index.byKind('strategy')) {
      const { people, axes } = (await strategyPage(deps, null, slug)).panels
      expect([slug, sum(people.expertise.map(({ n }) => n))]).toEqual([slug, people.profiled])
      expect([slug, sum(people.recognition.map(({ n }) => n))]).toEqual([slug, people.profiled])
      expect([slug, people.shown.length + people.more]).toEqual([slug, people.total])
      for (const { id, line, beside } of axes) {
        const steps = [...line, ...beside]
        expect([slug, id, steps.filter(({ here }) => here).length]).toEqual([slug, id, 1])
        expect([slug, id, sum(steps.map(({ count }) => count))]).toEqual([slug, id, 76])
      }
    }
  })

  it('has the same numbers on its page, in the list and in its JSON', async () => {
    const { rows } = await strategiesList(deps, null, '')
    expect(rows).toHaveLength(76)
    for (const row of rows) {
      const { panels } = await strategyPage(deps, null, row.slug)
      const json = await entryJson(deps, null, { kind: 'strategy', id: row.slug })
      const of = (kind: string) => json.relations.filter((relation) => relation.kind === kind).length
      const page = [panels.people.total, size(panels.conflicts), size(panels.complements), size(panels.twins)]
      expect([row.slug, ...page]).toEqual([row.slug, row.people, row.conflicts, row.complements, of('twin')])
      expect([row.slug, json.people.total, of('conflict'), of('complement')]).toEqual([row.slug, ...page.slice(0, 3)])
      expect(json.people.profiled).toBe(panels.people.profiled)
    }
  })

  it('counts each related pair of the atlas from both of its sides', async () => {
    const { rows } = await strategiesList(deps, null, '')
    expect(sum(rows.map(({ conflicts }) => conflicts))).toBe(2 * 51)
    expect(sum(rows.map(({ complements }) => complements))).toBe(2 * 221)
  })
})
