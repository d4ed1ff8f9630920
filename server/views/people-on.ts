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
