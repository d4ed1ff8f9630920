/** One step on the way from the original to a source. */
export interface ProvenanceItem {
  item: string
  kind: string
  url: string
}

export interface Passed {
  slug: string
  title: string
  campaignSite: string
  provenance: readonly ProvenanceItem[]
}

export interface ChainItem {
  /** `source`: a source of the atlas. */
  kind: 'original' | 'link' | 'report' | 'digest' | 'source'
  name: string
  /** As far as an address is known; with a scheme. */
  url: string
  /** Slug of the source; null for an item that is none. */
  slug: string | null
}

export interface Chain {
  items: ChainItem[]
  /** The sources of the atlas that go back to one original. */
  sources: number
}

const order: readonly ChainItem['kind'][] = ['original', 'link', 'report', 'digest', 'source']

/** What an item is known by ([P2]). */
export function sameAs({ item, url }: Pick<ProvenanceItem, 'item' | 'url'>): string {
  const bare = url
    .trim()
    .replace(/^[a-z]+:\/\//i, '')
    .replace(/[?#].*$/, '')
  if (bare === '') return `name ${item.trim().replace(/\s+/g, ' ').toLowerCase()}`
  const [host = '', ...path] = bare.split('/')
  return `at ${[host.toLowerCase().replace(/^www\./, ''), ...path].join('/').replace(/\/+$/, '')}`
}

/** The original of a source ([P1]). */
function originalOf({ slug, title, campaignSite, provenance }: Passed): ProvenanceItem & { own: boolean } {
  const said = provenance.find(({ kind }) => kind === 'original')
  if (said) return { ...said, own: false }
  if (campaignSite.trim())
    return { item: campaignSite.trim(), kind: 'original', url: withScheme(campaignSite), own: false }
  return { item: title, kind: 'original', url: `source:${slug}`, own: true }
}

/** The chain that a source belongs to ([P3]–[P5]). */
export function chainOf(source: Passed, all: readonly Passed[]): Chain {
  const origin = originalOf(source)
  const copies = [source, ...all.filter(({ slug }) => slug !== source.slug)].filter(
    (other) => sameAs(originalOf(other)) === sameAs(origin),
  )
  const items = new Map<string, ChainItem>()
  const add = (key: string, item: ChainItem) => {
    if (!items.has(key)) items.set(key, item)
  }
  if (!origin.own) add(sameAs(origin), { kind: 'original', name: origin.item, url: withScheme(origin.url), slug: null })
  for (const copy of copies) {
    for (const step of copy.provenance) {
      add(sameAs(step), { kind: kindOf(step.kind), name: step.item, url: withScheme(step.url), slug: null })
    }
    add(`source ${copy.slug}`, { kind: 'source', name: copy.title, url: '', slug: copy.slug })
  }
  const sorted = [...items.values()].sort(
    (a, b) =>
      order.indexOf(a.kind) - order.indexOf(b.kind) || (a.kind === 'source' ? a.name.localeCompare(b.name, 'en') : 0),
  )
  return { items: sorted, sources: copies.length }
}

function kindOf(kind: string): ChainItem['kind'] {
  return order.find((known) => known === kind && known !== 'source') ?? 'report'
}

/** A bare host is the address of a web site. */
function withScheme(url: string): string {
  const bare = url.trim()
  if (bare === '') return ''
  return /^[a-z]+:\/\//i.test(bare) ? bare : `https://${bare}`
}
