/** How many tables a room is split into: none, so many, or as many as leave five to eight people at each. */
export const noTables = 0
export const tablesBySize = -1
export const fewestTables = 2
export const mostTables = 20

/** What a table takes when their number goes by size; six or seven are aimed at. */
export const smallestTable = 5
export const largestTable = 8

/** Reads what was chosen at set-up; null for anything else ([T1]). */
export function readTables(typed: string): number | null {
  if (typed === 'none') return noTables
  if (typed === 'by-size') return tablesBySize
  const n = /^\d{1,2}$/.test(typed) ? Number(typed) : 0
  return n >= fewestTables && n <= mostTables ? n : null
}

/** The same the other way round, as forms hold it. */
export function typedTables(tables: number): string {
  if (tables === noTables) return 'none'
  return tables === tablesBySize ? 'by-size' : String(tables)
}

/**
 * Into how many tables so many people are split ([T1], [T2]); null where they are too few for two.
 *
 * @param tables as chosen at set-up.
 */
export function tableCount(tables: number, people: number): number | null {
  if (tables === noTables || people < fewestTables) return null
  const bySize = Math.round(people / ((smallestTable + largestTable) / 2))
  const wanted = tables === tablesBySize ? bySize : tables
  return Math.min(Math.max(wanted, fewestTables), mostTables, people)
}

/** Somebody who is given a seat. */
export interface Sitter {
  actorId: string
  guest: boolean
  /** Whether their page asked for nothing lately. */
  away: boolean
  joinedAt: number
}

/**
 * Who sits at which table, from 1 ([T2]): dealt one after another, members before guests and who is there before who is
 * away, so that each of these groups is spread evenly too. Who came in together sits apart.
 */
export function dealSeats(people: readonly Sitter[], tables: number): Map<string, number> {
  const group = ({ away, guest }: Sitter) => (away ? 2 : 0) + (guest ? 1 : 0)
  const order = [...people].sort(
    (a, b) => group(a) - group(b) || a.joinedAt - b.joinedAt || (a.actorId < b.actorId ? -1 : 1),
  )
  return new Map(order.map(({ actorId }, i) => [actorId, (i % tables) + 1]))
}

/**
 * Where somebody sits who comes late ([T3]): at the smallest table, of equals the first.
 *
 * @param counts how many sit at each table, the first first.
 */
export function lateSeat(counts: readonly number[]): number {
  return counts.indexOf(Math.min(...counts)) + 1
}

/** Of which table of which workshop something is ([T4]). */
export function tableName(n: number, workshop: string): string {
  return `Table ${n} of the workshop “${workshop}”`
}
