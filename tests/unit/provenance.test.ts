import { describe, expect, it } from 'vitest'
import type { Passed } from '#domain/provenance/chain.ts'
import { chainOf, sameAs } from '#domain/provenance/chain.ts'

const site = { item: 'The campaign', kind: 'original', url: 'https://campaign.example' }
const source = (slug: string, provenance: Passed['provenance'], campaignSite = ''): Passed => ({
  slug,
  title: `Title of ${slug}`,
  campaignSite,
  provenance,
})

describe('the provenance of sources', () => {
  it('[P1] goes back to the item marked as original, else to the campaign site, else to itself', () => {
    expect(chainOf(source('a', [{ item: 'A forum', kind: 'link', url: '' }, site]), []).items[0]?.name).toBe(
      'The campaign',
    )
    expect(chainOf(source('a', [], 'campaign.example'), []).items[0]).toEqual({
      kind: 'original',
      name: 'campaign.example',
      url: 'https://campaign.example',
      slug: null,
    })
    expect(chainOf(source('a', []), []).items).toEqual([{ kind: 'source', name: 'Title of a', url: '', slug: 'a' }])
  })

  it('[P2] knows one address in several spellings, and a name without one', () => {
    const at = (url: string) => sameAs({ item: 'x', url })
    const one = at('https://campaign.example')
    for (const spelling of ['http://www.Campaign.example/', 'campaign.example', 'https://campaign.example/?a=1#b']) {
      expect(at(spelling)).toBe(one)
    }
    expect(at('https://campaign.example/other')).not.toBe(one)
    expect(sameAs({ item: ' A  Forum', url: '' })).toBe(sameAs({ item: 'a forum', url: ' ' }))
    expect(sameAs({ item: 'a forum', url: '' })).not.toBe(at('a forum'))
  })

  it('[P3] [P4] counts copies of one original once, and every item once', () => {
    const news = source('news', [site, { item: 'A forum', kind: 'link', url: '' }], 'campaign.example')
    const digest = source('digest', [{ ...site, url: 'http://www.campaign.example/' }])
    const other = source('other', [{ item: 'Elsewhere', kind: 'original', url: 'https://else.example' }])
    for (const one of [news, digest]) {
      const chain = chainOf(one, [news, digest, other])
      expect(chain.sources).toBe(2)
      expect(chain.items.map(({ name }) => name)).toEqual([
        'The campaign',
        'A forum',
        'Title of digest',
        'Title of news',
      ])
    }
    expect(chainOf(other, [news, digest, other]).sources).toBe(1)
  })

  it('[P3] two sources that say nothing are no copies of each other', () => {
    const [a, b] = [source('a', []), source('b', [])]
    expect(chainOf(a, [a, b])).toMatchObject({ sources: 1 })
  })

  it('[P5] original, links, reports and digests, sources', () => {
    const one = source('one', [
      { item: 'Digest', kind: 'digest', url: '' },
      { item: 'Report', kind: 'report', url: '' },
      { item: 'Link', kind: 'link', url: '' },
      site,
    ])
    expect(chainOf(one, [one]).items.map(({ kind }) => kind)).toEqual([
      'original',
      'link',
      'report',
      'digest',
      'source',
    ])
  })
})
