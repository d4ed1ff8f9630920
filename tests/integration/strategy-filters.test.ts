import { beforeEach, describe, expect, it } from 'vitest'
import { importVault } from '../../server/usecases/atlas/import-vault.ts'
import { openThread } from '../../server/usecases/threads/open-thread.ts'
import { strategiesList } from '../../server/views/strategies-list.ts'
import { makeAccount } from '../factories/accounts.ts'
import type { TestDeps } from '../factories/test-deps.ts'
import { testDeps } from '../factories/test-deps.ts'

let deps: TestDeps
beforeEach(async () => {
  deps = testDeps()
  await importVault(deps, { folder: 'db/seed/vault', dryRun: false })
}, 60_000)

const list = (search: string) => strategiesList(deps, null, search)

describe('the list of strategies', () => {
  it('filters by lever, pull, axes, signal, threshold and title', async () => {
    const lengths: Record<string, number> = {
      '?lever=speed': 7,
      '?lever=speed&pull=-': 5,
      '?lever=speed&pull=%2B': 2,
      '?pull=+': 47,
      '?pull=neutral': 8,
      '?coercion=market': 7,
      '?acts-on=institutional': 22,
      '?actor-in-control=ai': 2,
      '?time-horizon=post-transition': 1,
      '?legitimacy-source=religious': 3,
      '?signal=yes': 42,
      '?signal=no': 34,
      '?threshold=yes': 24,
      '?q=OPEN+source': 1,
      '?tag=open-weights': 1,
      '?scenario=decisive-advantage': 6,
      '?person=emad-mostaque': 2,
      '?person=emad-mostaque&tag=moratorium': 1,
      '?lever=speed&lever=scope': 10,
    }
    for (const [search, length] of Object.entries(lengths)) {
      expect([search, (await list(search)).rows.length]).toEqual([search, length])
    }
  })

  it('says for each option how many it would leave, and keeps the word', async () => {
    const { facets } = await list('?lever=speed')
    for (const facet of facets) {
      for (const option of facet.options) {
        const chosen = new URLSearchParams({ lever: 'speed', [facet.id]: option.id })
        const { rows } = await list(`?${chosen}`)
        expect([facet.id, option.id, rows.length]).toEqual([facet.id, option.id, option.count])
      }
    }
  }, 30_000)

  it('offers of tags, people and scenarios only those that lead somewhere', async () => {
    const { facets } = await list('?lever=speed')
    const tags = facets.find(({ id }) => id === 'tag')
    expect(tags?.options.length).toBeGreaterThan(0)
    expect(tags?.options.every(({ count }) => count > 0)).toBe(true)
    const chosen = (await list('?lever=speed&tag=open-weights')).facets.find(({ id }) => id === 'tag')
    expect(chosen?.options.find(({ id }) => id === 'open-weights')?.count).toBe(0)
    const all = (await list('')).facets.find(({ id }) => id === 'tag')
    expect([all?.options.length, (all?.options.length ?? 0) + (all?.more ?? 0)]).toEqual([60, 108])
  })

  it('finds what is contested: an open public thread, somebody who left, and nothing else', async () => {
    expect((await list('?contested=yes')).total).toBe(0)
    await openThread(deps, await makeAccount(deps, { role: 'contributor' }), {
      entry: { kind: 'strategy', slug: 'pause' },
      place: 'section/bet',
      kind: 'wording',
      title: 'Is this the bet?',
    })
    const { rows } = await list('?contested=yes')
    expect(rows.map(({ slug, openThreads, contested }) => [slug, openThreads, contested])).toEqual([['pause', 1, true]])
    expect((await list('?contested=no')).total).toBe(75)
  })

  it('leaves out what it does not understand, and says so', async () => {
    const { rows, dropped, chips } = await list('?coercion=love&colour=red&lever=speed&sort=random')
    expect(rows).toHaveLength(7)
    expect(dropped).toEqual([
      { name: 'Coercion', value: 'love' },
      { name: 'colour', value: 'red' },
      { name: 'sort', value: 'random' },
    ])
    expect(chips.map(({ id }) => id)).toEqual(['lever'])
  })

  it('offers a way out of each filter that keeps the others', async () => {
    const { chips } = await list('?q=ai&lever=scope&signal=no&sort=people')
    expect(chips.map(({ id, without }) => [id, without])).toEqual([
      ['q', '/strategies?lever=scope&signal=no&sort=people'],
      ['lever', '/strategies?q=ai&signal=no&sort=people'],
      ['signal', '/strategies?q=ai&lever=scope&sort=people'],
    ])
  })

  it('orders by title, by people, by conflicts', async () => {
    expect((await list('')).rows[0]?.title).toBe('Abandon superintelligence')
    expect((await list('?sort=people')).rows[0]?.slug).toBe('open-source-maximalism')
    expect((await list('?sort=openThreads')).rows).toHaveLength(76)
    expect((await list('?sort=publishedAt')).rows).toHaveLength(76)
    const conflicts = (await list('?sort=conflicts')).rows.map((row) => row.conflicts)
    expect(conflicts).toEqual([...conflicts].sort((a, b) => b - a))
  })
})
