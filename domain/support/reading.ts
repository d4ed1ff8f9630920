/** Groups of expertise tiers that a reading compares ([S3]). */
export const readingGroups = [
  {
    id: 'builders',
    label: 'Builders',
    tiers: ['frontier-builder', 'deep-technical', 'applied-technical'],
  },
  { id: 'policy', label: 'Policy', tiers: ['policy-meta'] },
  { id: 'commentary', label: 'Commentary', tiers: ['external-domain', 'commentator'] },
] as const
export type ReadingGroup = (typeof readingGroups)[number]['id']

export type Reading = ReadingGroup | 'spread'

/** Readings in the order in which they are told ([S5]), with the words for them. */
export const readings: readonly { id: Reading; label: string }[] = [
  { id: 'builders', label: 'Builder-heavy' },
  { id: 'policy', label: 'Policy-heavy' },
  { id: 'commentary', label: 'Commentary-heavy' },
  { id: 'spread', label: 'Spread over the groups' },
]

/** With fewer profiled people there is no reading ([S2]). */
export const fewestForReading = 4

const holding: readonly string[] = ['endorses', 'mixed', 'conditional', 'evolved-toward']

/** Does somebody with this stance hold the strategy ([S1])? */
export function holds(stance: string): boolean {
  return holding.includes(stance)
}

export interface SupportReading {
  reading: Reading
  /** Profiled people who hold the strategy. */
  n: number
  groups: Record<ReadingGroup, number>
}

/**
 * Who holds a strategy ([S2]–[S4]).
 *
 * @param expertise tier of each profiled person who holds it.
 * @returns null where too few hold it to be read.
 */
export function readSupport(expertise: readonly string[]): SupportReading | null {
  const n = expertise.length
  if (n < fewestForReading) return null
  const of = (tiers: readonly string[]) => expertise.filter((tier) => tiers.includes(tier)).length
  const counted = readingGroups.map(({ id, tiers }) => ({ id, n: of(tiers) }))
  const heavy = counted.find((group) => group.n * 2 > n)
  const groups = Object.fromEntries(counted.map((group) => [group.id, group.n])) as Record<ReadingGroup, number>
  return { reading: heavy?.id ?? 'spread', n, groups }
}
