import type { AtlasIndex, IndexedEntry } from './atlas-index.ts'
import { nearestStrategies } from './relation-cell.ts'

export interface Unknown {
  wanted: string
  nearest: { slug: string; title: string }[]
}

export interface Picked {
  strategies: IndexedEntry[]
  /** What was asked for and is not published. */
  unknown: Unknown[]
  /** How many were asked for beyond the most that can be shown. */
  left: number
}

/** The most titles that a picker suggests while somebody types. */
const mostSuggested = 300

/**
 * The strategies that an address names: `s` as slugs with commas, and `add` as one more slug or title.
 *
 * @param most so many are taken, in their order.
 */
export function pickStrategies(index: AtlasIndex, query: URLSearchParams, most: number): Picked {
  const added = query.get('add')?.trim() ?? ''
  const wanted = [...(query.get('s') ?? '').slice(0, 8000).split(','), added].map((one) => one.trim()).filter(Boolean)
  const found = new Map<string, IndexedEntry>()
  const unknown: Unknown[] = []
  for (const one of new Set(wanted)) {
    const entry = index.find('strategy', one) ?? byTitle(index, one)
    if (entry) found.set(entry.slug, entry)
    else if (unknown.length < 5) {
      const spelled = one.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
      unknown.push({ wanted: one.slice(0, 60), nearest: nearestStrategies(index, spelled) })
    }
  }
  const all = [...found.values()]
  return { strategies: all.slice(0, most), unknown, left: Math.max(0, all.length - most) }
}

function byTitle(index: AtlasIndex, title: string): IndexedEntry | undefined {
  const wanted = title.toLowerCase()
  return index.byKind('strategy').find((entry) => entry.title.toLowerCase() === wanted)
}

/** Titles for a picker to suggest. */
export function suggestedTitles(index: AtlasIndex): string[] {
  return index
    .byKind('strategy')
    .slice(0, mostSuggested)
    .map(({ title }) => title)
}
