import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core'

/** The part of drizzle that queries may use: awaited builders, the same on every database. */
export type Q = Pick<
  BaseSQLiteDatabase<'async', unknown, Record<string, never>>,
  'select' | 'selectDistinct' | 'insert' | 'update' | 'delete' | '$count' | 'with'
>

export interface Store {
  /** Read-only; may run beside a transaction and sees the last commit. */
  read: Q
  /**
   * Runs `fn` alone, in one transaction that is kept whole or not at all. Await nothing but `q` inside;
   * anything read in order to be written back is read through `q`.
   */
  tx<T>(fn: (q: Q) => Promise<T>): Promise<T>
  /**
   * Runs `work`, which writes on a connection of its own (`openWriter`, in another thread), while no transaction of
   * this store is open; those wait for it without stopping this thread.
   */
  alone<T>(work: () => Promise<T>): Promise<T>
  /** A number that is another one once anything was committed, by this process or another; costs no query. */
  version(): number
  /**
   * Writes the file anew without anything that was deleted, full-text indexes and the write-ahead log included.
   * Nothing else is written meanwhile; it takes about a second for every 100 MB. Who reads an earlier moment, as a bundle
   * in the making does, is waited for while others write on.
   *
   * @throws LogInUse when somebody still reads after a minute.
   */
  scrub(): Promise<void>
  /** Copies the whole database to a file while others read and write. */
  backup(file: string): Promise<void>
  close(): void
}

/** SQLite before this version can corrupt a WAL that is reset while it is read. */
const oldestSqlite = [3, 51, 3]

/** For how long a connection waits for a lock that another one has, in milliseconds. */
const patience = 5_000

/** Somebody read an earlier moment for so long that what was deleted still stands in the write-ahead log. */
export class LogInUse extends Error {}

/**
 * Opens (and creates) the database file, applies migrations, and proves that a commit reaches the disk.
 *
 * @throws Error when the SQLite library is too old or refuses `synchronous=FULL`.
 */
export function openStore(file: string, migrationsFolder: string): Store {
  const writer = new Database(file)
  checkVersion(writer)
  setPragmas(writer)
  migrate(drizzle(writer), { migrationsFolder })
  assertDurable(writer)

  const reader = openReader(file)

  const dataVersion = reader.database.prepare('pragma data_version').pluck()

  const inside = new AsyncLocalStorage<true>()
  const run = transactionsOn(writer)
  let last: Promise<unknown> = Promise.resolve()

  /** After everything that was asked before, and before everything that is asked later. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    // A long queue of transactions would otherwise run in microtasks alone and starve sockets and timers.
    const result = last.then(() => new Promise<void>((next) => setImmediate(next))).then(work)
    last = result.catch(() => undefined)
    return result
  }

  return {
    read: reader.read,
    tx(fn) {
      if (inside.getStore()) throw new Error('store.tx inside store.tx: pass q on instead')
      return inTurn(() => run((q) => inside.run(true, () => fn(q))))
    },
    alone: inTurn,
    version: () => dataVersion.get() as number,
    async scrub() {
      await inTurn(async () => writeAnew(writer))
      for (let tries = 0; !(await inTurn(async () => emptyLog(writer))); tries += 1) {
        if (tries >= 600) throw new LogInUse('the write-ahead log is in use and could not be emptied')
        await setTimeout(100)
      }
    },
    async backup(target) {
      await reader.database.backup(target)
    },
    close() {
      reader.database.close()
      writer.close()
    },
  }
}

/** A second connection that writes, for another thread: what it does stands in the turn of `Store.alone`. */
export interface Writer {
  /** Runs `fn` in one transaction that is kept whole or not at all. Await nothing but `q` inside, and one at a time. */
  tx<T>(fn: (q: Q) => Promise<T>): Promise<T>
  /**
   * Asked inside a transaction: the same number as in an earlier one means that nobody else has committed anything
   * between the two.
   */
  version(): number
  close(): void
}

/** @throws Error when SQLite refuses `synchronous=FULL` here. */
export function openWriter(file: string): Writer {
  const database = new Database(file, { fileMustExist: true })
  setPragmas(database)
  assertDurable(database)
  const dataVersion = database.prepare('pragma data_version').pluck()
  return {
    tx: transactionsOn(database),
    version: () => dataVersion.get() as number,
    close: () => database.close(),
  }
}

function transactionsOn(db: Database.Database): Writer['tx'] {
  const q = drizzle(db) as unknown as Q
  return async (fn) => {
    db.exec('BEGIN IMMEDIATE')
    try {
      const result = await fn(q)
      db.exec('COMMIT')
      return result
    } catch (error) {
      if (db.inTransaction) db.exec('ROLLBACK')
      throw error
    }
  }
}

/** A second connection that only reads and sees the last commit; for another thread, too. */
export function openReader(file: string): { read: Q; database: Database.Database } {
  const database = new Database(file, { readonly: true })
  database.pragma(`busy_timeout = ${patience}`)
  return { read: drizzle(database) as unknown as Q, database }
}

function writeAnew(db: Database.Database): void {
  const indexes = db.prepare("select name from sqlite_master where sql like '%using fts5(%'").pluck().all() as string[]
  for (const name of indexes) db.exec(`insert into "${name}" ("${name}") values ('rebuild')`)
  db.exec('VACUUM')
}

/** Does not wait inside SQLite, which would hold up this thread and the reader it waits for. @returns whether it is empty. */
function emptyLog(db: Database.Database): boolean {
  db.pragma('busy_timeout = 0')
  try {
    const [state] = db.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]
    return state?.busy === 0
  } finally {
    db.pragma(`busy_timeout = ${patience}`)
  }
}

function checkVersion(db: Database.Database): void {
  const { version } = db.prepare('select sqlite_version() as version').get() as { version: string }
  const parts = version.split('.').map(Number)
  for (const [i, least] of oldestSqlite.entries()) {
    const part = parts[i] ?? 0
    if (part > least) return
    if (part < least) throw new Error(`SQLite ${version} is too old; ${oldestSqlite.join('.')} or newer is needed`)
  }
}

function setPragmas(db: Database.Database): void {
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.pragma('foreign_keys = ON')
  db.pragma(`busy_timeout = ${patience}`)
}

/** better-sqlite3 lowers `synchronous` after the first write in WAL mode unless it was set by hand: look again. */
function assertDurable(db: Database.Database): void {
  db.exec('create table if not exists store_probe (at integer not null)')
  db.exec('delete from store_probe')
  db.prepare('insert into store_probe values (?)').run(Date.now())
  const mode = db.pragma('journal_mode', { simple: true })
  const synchronous = db.pragma('synchronous', { simple: true })
  const foreignKeys = db.pragma('foreign_keys', { simple: true })
  if (mode !== 'wal' || synchronous !== 2 || foreignKeys !== 1) {
    throw new Error(
      `the database is not durable: journal_mode ${mode}, synchronous ${synchronous}, foreign_keys ${foreignKeys}`,
    )
  }
}
