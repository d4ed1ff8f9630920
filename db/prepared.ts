import type { SQLWrapper } from 'drizzle-orm'
import { sql } from 'drizzle-orm'
import type { Q } from './store.ts'

/**
 * Statements that are asked so often that they are prepared once for each connection: building one costs more than
 * running it.
 */
export function prepared<T>(build: (q: Q) => T): (q: Q) => T {
  const known = new WeakMap<Q, T>()
  return (q) => {
    const found = known.get(q) ?? build(q)
    known.set(q, found)
    return found
  }
}

/** True for a column whose value is in a list given as JSON under this name: one statement for lists of any length. */
export function amongNamed(column: SQLWrapper, name: string) {
  return sql`${column} in (select value from json_each(${sql.placeholder(name)}))`
}

/** True where two columns are one of the pairs given as JSON under this name. */
export function pairAmongNamed(first: SQLWrapper, second: SQLWrapper, name: string) {
  return sql`(${first}, ${second}) in (select value->>0, value->>1 from json_each(${sql.placeholder(name)}))`
}
