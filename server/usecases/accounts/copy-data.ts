import { and, desc, eq, gt, isNull, lte } from 'drizzle-orm'
import { insertJob } from '../../../db/queries/jobs.ts'
import { dataExports } from '../../../db/schema.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { day } from '../../../domain/text/day.ts'
import { requireFresh } from '../../accounts/require-fresh.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { presentRights } from './present-rights.ts'

/** For how long a copy can be fetched, in milliseconds. */
const life = 7 * day

interface Own {
  sessionId: string | null
}

/** Has a copy of one's data made by a job ([A20]). @throws AppError `conflict` while one is in the making, `not-fresh`. */
export async function askForCopy(deps: Deps, viewer: Viewer | null, { sessionId }: Own): Promise<void> {
  const own = signedIn(viewer)
  const { actorId } = own
  await deps.store.tx(async (q) => {
    const now = deps.now()
    await presentRights(q, own)
    await requireFresh(q, { actorId, sessionId, now })
    const making = and(eq(dataExports.actorId, actorId), isNull(dataExports.madeAt), gt(dataExports.expiresAt, now))
    const [waits] = await q.select({ id: dataExports.id }).from(dataExports).where(making)
    if (waits) throw new AppError('conflict', 'A copy is being made already. Come back in a minute.')
    const id = deps.newId()
    const expiresAt = now + life
    await q.delete(dataExports).where(lte(dataExports.expiresAt, now))
    await q
      .insert(dataExports)
      .values({ id, actorId, askedAt: now, madeAt: null, expiresAt, json: null, markdown: null })
    const job = { payload: { exportId: id } }
    await insertJob(q, { id: deps.newId(), kind: 'copy-data', key: `copy-data/${id}`, dueAt: now, ...job })
    await insertJob(q, { id: deps.newId(), kind: 'end-copy', key: `end-copy/${id}`, dueAt: expiresAt, ...job })
  })
}

/**
 * One of the own copies, to be saved.
 *
 * @throws AppError `not-found` where there is none, is none any more, or it is somebody else's; `not-fresh`.
 */
export async function fetchCopy(
  deps: Deps,
  viewer: Viewer | null,
  { id, form, sessionId }: Own & { id: string; form: string },
): Promise<{ name: string; type: string; body: string }> {
  const { actorId } = signedIn(viewer)
  const now = deps.now()
  await requireFresh(deps.store.read, { actorId, sessionId, now })
  const [copy] = await deps.store.read
    .select()
    .from(dataExports)
    .where(and(eq(dataExports.id, id), eq(dataExports.actorId, actorId), gt(dataExports.expiresAt, now)))
    .orderBy(desc(dataExports.askedAt))
  const body = form === 'json' ? copy?.json : form === 'md' ? copy?.markdown : null
  if (!body) throw new AppError('not-found', 'There is no such copy, or its time is over. Ask for a new one.')
  const type = form === 'json' ? 'application/json' : 'text/markdown'
  return { name: `folkmoot-my-data.${form}`, type: `${type}; charset=utf-8`, body }
}

function signedIn(viewer: Viewer | null): Viewer {
  if (!viewer || !can(viewer, 'account.own', null)) throw new AppError('signed-out', 'Sign in to see your data.')
  return viewer
}
