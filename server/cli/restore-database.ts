import { randomBytes } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { draftGenerations, raiseGenerations } from '../../db/queries/generations.ts'
import type { Store } from '../../db/store.ts'
import { openStore } from '../../db/store.ts'
import { digest } from '../collab/digest.ts'
import { recordEvent } from '../record/record-event.ts'
import { checkDocuments } from '../usecases/record/check-documents.ts'
import { checkRecord } from '../usecases/record/check-record.ts'

/** Why a backup was not restored, in words for whoever asked. */
export class RestoreRefused extends Error {}

interface Restored {
  events: number
  drafts: number
  /** Where the database that stood there before is now; null when there was none. */
  kept: string | null
}

/**
 * Puts a backup in the place of the database. The backup is copied, checked whole and prepared beside its place
 * first, and takes it by a rename, so that a crash leaves either the old database or the new one.
 *
 * @throws RestoreRefused when the backup is no sound database of ours, or when a server has the old one open.
 */
export async function restoreDatabase(
  backup: string,
  place: { databaseFile: string; migrations: string; now: number },
): Promise<Restored> {
  const { databaseFile, migrations, now } = place
  if (!existsSync(backup)) throw new RestoreRefused(`There is no file ${backup}.`)
  const beside = `${databaseFile}.restoring`
  mkdirSync(dirname(databaseFile), { recursive: true })
  remove(beside)
  try {
    copyFileSync(backup, beside)
    checkFile(beside, migrations)
    const seen = existsSync(databaseFile) ? await generationsOf(databaseFile, migrations) : new Map<string, number>()
    const store = openStore(beside, migrations)
    let done: Omit<Restored, 'kept'>
    try {
      done = await prepare(store, seen, { now, databaseFile: beside, backupHash: digest(readFileSync(backup)) })
    } finally {
      store.close()
    }
    const kept = existsSync(databaseFile) ? `${databaseFile}.before-restore-${stamp(now)}` : null
    if (kept) renameSync(databaseFile, kept)
    renameSync(beside, databaseFile)
    return { ...done, kept }
  } finally {
    remove(beside)
  }
}

/** @throws RestoreRefused when a file is damaged, not ours, or newer than this program. */
function checkFile(file: string, migrations: string): void {
  let db: Database.Database | undefined
  try {
    db = new Database(file, { fileMustExist: true })
    const found = db.pragma('integrity_check', { simple: true })
    if (found !== 'ok') throw new RestoreRefused(`The backup is damaged: ${found}.`)
    const ours = db.prepare("select count(*) as n from sqlite_master where name in ('events', '__drizzle_migrations')")
    if ((ours.get() as { n: number }).n !== 2) throw new RestoreRefused('The file is no database of Folkmoot.')
    const { last } = db.prepare('select max(created_at) as last from __drizzle_migrations').get() as { last: number }
    if (last > newestMigration(migrations)) {
      throw new RestoreRefused('The backup was made by a newer version of Folkmoot. Install that version first.')
    }
  } catch (error) {
    if (error instanceof RestoreRefused) throw error
    throw new RestoreRefused(`The backup cannot be read: ${error instanceof Error ? error.message : error}.`)
  } finally {
    db?.close()
  }
}

function newestMigration(migrations: string): number {
  const journal: unknown = JSON.parse(readFileSync(join(migrations, 'meta/_journal.json'), 'utf8'))
  const { entries } = journal as { entries: { when: number }[] }
  return Math.max(...entries.map(({ when }) => when))
}

/** What editors may hold of the database that is replaced. @throws RestoreRefused while somebody has it open. */
async function generationsOf(file: string, migrations: string): Promise<Map<string, number>> {
  const probe = new Database(file, { timeout: 0 })
  try {
    // Only given while no other process has the file open, a server that rests included.
    probe.pragma('locking_mode = EXCLUSIVE')
    probe.exec('begin exclusive; rollback')
  } catch {
    throw new RestoreRefused('The database is in use. Stop the server, then restore.')
  } finally {
    probe.close()
  }
  const store = openStore(file, migrations)
  try {
    return await draftGenerations(store.read)
  } finally {
    store.close()
  }
}

async function prepare(
  store: Store,
  seen: ReadonlyMap<string, number>,
  { now, databaseFile, backupHash }: { now: number; databaseFile: string; backupHash: string },
): Promise<{ events: number; drafts: number }> {
  const record = await checkRecord({ store, env: { databaseFile } })
  const fault = record.fault ?? (await checkDocuments(store.read)).fault
  if (fault) throw new RestoreRefused(`The backup is not as its record says: ${fault.where}: ${fault.words}.`)
  const drafts = await store.tx(async (q) => {
    const count = await raiseGenerations(q, seen)
    await recordEvent({ now: () => now, randomBytes: (n) => randomBytes(n) }, q, {
      type: 'site.restored',
      subject: 'site',
      payload: { events: record.events, drafts: count, backupHash },
    })
    return count
  })
  return { events: record.events, drafts }
}

/** A time as it may stand in a file name, to the second, UTC. */
function stamp(now: number): string {
  return new Date(now).toISOString().slice(0, 19).replaceAll(':', '-')
}

function remove(file: string): void {
  for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true })
}
