import { listDigestReaders, noteDigest } from '../../db/queries/channels.ts'
import { dateJob } from '../../db/queries/jobs.ts'
import { usualPreferences } from '../../db/queries/preferences.ts'
import type { Q } from '../../db/store.ts'
import { digestSpan, lastDigestAt } from '../../domain/mail/digest-times.ts'
import { day } from '../../domain/text/day.ts'
import type { Deps } from '../deps.ts'
import { queueMail } from '../mail/queue-mail.ts'

/** Every full hour of every zone begins with a quarter of an hour of UTC. */
const every = 15 * 60_000

/** What is older than a weekly digest reaches, and a day more, is told by none. */
const oldest = 8 * day

/** Has digests looked for from now on, wherever that stood before. */
export async function beginDigests(deps: Deps): Promise<void> {
  await deps.store.tx((q) => goOn(deps, q, deps.now()))
}

/**
 * Writes the digest of everybody whose hour has come since their last one ([I22], [I23] of notifications), catching up
 * after downtime with one digest, not several. What the mail says is found when it is sent.
 */
export async function sendDigests(deps: Deps): Promise<void> {
  await deps.store.tx(async (q) => {
    const now = deps.now()
    for (const reader of await listDigestReaders(q, now - oldest)) await digestOf(deps, q, reader, now)
    await goOn(deps, q, (Math.floor(now / every) + 1) * every)
  })
}

type Reader = Awaited<ReturnType<typeof listDigestReaders>>[number]

async function digestOf(deps: Deps, q: Q, reader: Reader, now: number): Promise<void> {
  const rhythm = {
    rhythm: reader.rhythm ?? usualPreferences.rhythm,
    digestHour: reader.digestHour ?? usualPreferences.digestHour,
    digestDay: reader.digestDay ?? usualPreferences.digestDay,
    timeZone: reader.timeZone,
  }
  const until = lastDigestAt(rhythm, now)
  // A clock that stood ahead once must not silence anybody until it is reached again.
  const known = reader.until !== null && reader.until <= now ? reader.until : null
  if (known !== null && known >= until) return
  const from = Math.max(known ?? until - digestSpan(rhythm), now - oldest)
  const { actorId } = reader
  await queueMail(deps, q, {
    key: `digest/${actorId}/${until}`,
    kind: 'digest',
    to: { actorId },
    about: { from, until },
    worth: day,
  })
  await noteDigest(q, actorId, until)
}

async function goOn(deps: Deps, q: Q, dueAt: number): Promise<void> {
  await dateJob(q, { id: deps.newId(), kind: 'send-digests', key: 'send-digests', payload: {}, dueAt })
}
