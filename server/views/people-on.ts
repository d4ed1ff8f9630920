import type { AtlasIndex, IndexedPosition } from './atlas-index.ts'

export interface PeopleOn {
  /** One position for each person: profiled people first, then by name. */
  people: IndexedPosition[]
  total: number
  profiled: number
  /** How many of the profiled people are in each tier, tiers without anybody included; by tier id in reading order. */
  expertise: Record<string, number>
  recognition: Record<string, number>
}

/** Everybody with a position on a strategy, counted once each, and how the profiled ones spread over the tiers. */
export function peopleOn(index: AtlasIndex, strategy: string): PeopleOn {
  const people = [...new Map(index.positionsOn(strategy).map((one) => [one.person.slug, one])).values()]
  const profiled = people.filter((position) => position.profiled)
  const spread = (field: 'expertise' | 'recognition') =>
    Object.fromEntries(
      index.vocabulary[field].map(({ id }) => [
        id,
        profiled.filter(({ person }) => person.content.fields[field] === id).length,
      ]),
    )
  return {
    people,
    total: people.length,
    profiled: profiled.length,
    expertise: spread('expertise'),
    recognition: spread('recognition'),
  }
}

/** People named for several strategies together; the list has the rest. */
const mostNamed = 24

/** Everybody with a position on any of these strategies, counted once, with the tiers of the profiled ones. */
export function peopleOnAny(index: AtlasIndex, strategies: readonly string[]) {
  const all = new Map<string, IndexedPosition['person']>()
  const profiled = new Map<string, IndexedPosition['person']>()
  for (const slug of strategies) {
    for (const { person, profiled: hasTiers } of index.positionsOn(slug)) {
      all.set(person.slug, person)
      if (hasTiers) profiled.set(person.slug, person)
    }
  }
  const spread = (field: 'expertise' | 'recognition') =>
    index.vocabulary[field].map(({ id, name }) => ({
      id,
      name,
      n: [...profiled.values()].filter(({ content }) => content.fields[field] === id).length,
    }))
  const named = [...profiled.values(), ...[...all.values()].filter(({ slug }) => !profiled.has(slug))]
  return {
    total: all.size,
    profiled: profiled.size,
    expertise: spread('expertise'),
    recognition: spread('recognition'),
    shown: named.slice(0, mostNamed).map(({ slug, title }) => ({ slug, title })),
    more: Math.max(0, all.size - mostNamed),
  }
}
