import { closeSync, createReadStream, createWriteStream, openSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Viewer } from '../../domain/access/viewer.ts'
import type { Deps } from '../deps.ts'
import { AppError } from '../errors.ts'
import { mayReadRecord } from '../views/asked-record.ts'
import { bundleText } from './write-bundle.ts'

/** Who may wait while a bundle is made. */
const mostWaiting = 3

let waiting = 0
let turn: Promise<unknown> = Promise.resolve()

/**
 * The bundle for everybody, as a stream to send. It is made in a file first, so that a slow reader holds no database
 * open; the file has no name, so that nothing stays of what is removed for good later. One is made at a time.
 *
 * @throws AppError `signed-out`, `too-many` while others wait.
 */
export async function publicBundle(deps: Deps, viewer: Viewer | null): Promise<Readable> {
  mayReadRecord(viewer)
  if (waiting >= mostWaiting) {
    throw new AppError('too-many', 'Several people are downloading the bundle. Try again in a minute.')
  }
  waiting += 1
  const made = turn.then(() => make(deps))
  turn = made.catch(() => undefined)
  try {
    return await made
  } finally {
    waiting -= 1
  }
}

async function make({ env, newId }: Deps): Promise<Readable> {
  const file = join(env.dataDir, `bundle-${newId()}.writing`)
  const fd = openSync(file, 'wx+', 0o600)
  // Without a name from the start, nothing of it stays after a crash either.
  rmSync(file)
  try {
    await pipeline(
      Readable.from(bundleText(env.databaseFile, 'public')),
      createWriteStream('', { fd, autoClose: false }),
    )
    return createReadStream('', { fd, start: 0 })
  } catch (error) {
    closeSync(fd)
    throw error
  }
}
