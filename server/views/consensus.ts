import { textField } from '../../domain/entries/field-values.ts'
import type { Reading } from '../../domain/support/reading.ts'
import { fewestForReading, holds, readingGroups, readings, readSupport } from '../../domain/support/reading.ts'
import type { AtlasIndex } from './atlas-index.ts'
import { peopleOn } from './people-on.ts'

/** So many strategies are named for one reading; the count says how many there are. */
const mostNamed = 8

export interface ReadStrategy {
  slug: string
  title: string
  /** Profiled people who hold it. */
  n: number
  /** In the order of `groups`. */
  counts: number[]
}

/** Who holds what (domain/support [S1]–[S5]), for the strategies that enough profiled people hold. */
export function consensus(index: AtlasIndex) {
  const strategies = index.byKind('strategy')
  const read = strategies.flatMap(({ slug, title }) => {
    const holders = peopleOn(index, slug).people.filter(({ profiled, stance }) => profiled && holds(stance))
    const reading = readSupport(holders.map(({ person }) => textField(person.content, 'expertise')))
    return reading ? [{ slug, title, ...reading }] : []
  })
  const of = (id: Reading): ReadStrategy[] =>
    read
      .filter(({ reading }) => reading === id)
      .sort((a, b) => b.n - a.n)
      .map(({ slug, title, n, groups }) => ({ slug, title, n, counts: readingGroups.map((group) => groups[group.id]) }))
  return {
    fewest: fewestForReading,
    read: read.length,
    unread: strategies.length - read.length,
    groups: readingGroups.map(({ id, label }) => ({ id, label })),
    readings: readings.map(({ id, label }) => {
      const all = of(id)
      return { id, label, total: all.length, strategies: all.slice(0, mostNamed) }
    }),
  }
}

export type Consensus = ReturnType<typeof consensus>
