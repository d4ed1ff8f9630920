import {
  blob,
  foreignKey,
  index,
  integer,
  primaryKey,
  real,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core'

/**
 * The words in which tables are declared. Everything in `db/tables` uses these and nothing of a dialect,
 * so that another database is another file like this one.
 */
export const sqliteKit = {
  table: sqliteTable,
  text: (name: string) => text(name),
  choice: <const T extends readonly [string, ...string[]]>(name: string, values: T) => text(name, { enum: values }),
  int: (name: string) => integer(name, { mode: 'number' }),
  real: (name: string) => real(name),
  bool: (name: string) => integer(name, { mode: 'boolean' }),
  /** Milliseconds since 1970, UTC. */
  time: (name: string) => integer(name, { mode: 'number' }),
  json: <T>(name: string) => text(name, { mode: 'json' }).$type<T>(),
  bytes: (name: string) => blob(name, { mode: 'buffer' }),
  index,
  uniqueIndex,
  primaryKey,
  foreignKey,
}

export type Kit = typeof sqliteKit
