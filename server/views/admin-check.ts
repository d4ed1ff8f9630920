import { existsSync, statSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { lastRecount } from '../../db/queries/recounts.ts'
import { adminFacts, countUnsigned, jobFacts, mailFacts } from '../../db/queries/site-facts.ts'
import type { UpkeepRow } from '../../db/queries/upkeep.ts'
import { listUpkeep } from '../../db/queries/upkeep.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import type { CheckLine, CheckState, SiteFacts } from '../../domain/site/self-check.ts'
import { selfCheck, worstOf } from '../../domain/site/self-check.ts'
import { day } from '../../domain/text/day.ts'
import type { Deps } from '../deps.ts'
import { AppError } from '../errors.ts'
import { takesWrites } from '../takes-writes.ts'

export interface AdminCheck {
  at: number
  worst: CheckState
  lines: CheckLine[]
  /** Last time of each thing that is done from the command line, with what came of it. */
  upkeep: UpkeepRow[]
}

/** Everything that the site depends on, looked at now. @throws AppError `signed-out`, `not-allowed`. */
export async function adminCheck(deps: Deps, viewer: Viewer | null): Promise<AdminCheck> {
  if (!viewer) throw new AppError('signed-out', 'Sign in to see this.')
  if (!can(viewer, 'admin.read', null)) throw new AppError('not-allowed', 'Only administrators see this page.')
  const upkeep = await listUpkeep(deps.store.read)
  const facts = await siteFacts(deps, new Map(upkeep.map((row) => [row.kind, row])))
  const lines = selfCheck(facts)
  return { at: facts.now, worst: worstOf(lines), lines, upkeep }
}

async function siteFacts(deps: Deps, upkeep: ReadonlyMap<UpkeepRow['kind'], UpkeepRow>): Promise<SiteFacts> {
  const { env, store } = deps
  const now = deps.now()
  const { degraded, queuedBytes } = deps.collab.status()
  const recount = await lastRecount(store.read)
  return {
    now,
    database: {
      writable: await takesWrites(deps),
      bytes: bytesOf(env.databaseFile),
      logBytes: bytesOf(`${env.databaseFile}-wal`),
    },
    disk: await freeSpace(env.dataDir),
    collab: { degraded, queuedBytes },
    unsignedEvents: await countUnsigned(store.read),
    recount: recount && { at: recount.at, differing: recount.differing.length },
    jobs: sinceItRuns(await jobFacts(store.read, now), now),
    mail: { server: env.smtpUrl !== undefined, ...(await mailFacts(store.read, { now, since: now - 7 * day })) },
    lastBackup: upkeep.get('backup') ?? null,
    lastDrill: upkeep.get('drill') ?? null,
    publicUrl: env.publicUrl ?? null,
    demo: env.demo,
    admins: await adminFacts(store.read, env.demo),
    node: process.version,
  }
}

/** What was due while the server was down is done first after a start: it is late, and nothing is wrong. */
function sinceItRuns(facts: SiteFacts['jobs'], now: number): SiteFacts['jobs'] {
  const { overdueSince, failing } = facts
  const started = now - process.uptime() * 1_000
  return { overdueSince: overdueSince === null ? null : Math.max(overdueSince, started), failing }
}

function bytesOf(file: string): number {
  return existsSync(file) ? statSync(file).size : 0
}

async function freeSpace(folder: string): Promise<{ freeBytes: number } | null> {
  try {
    const { bavail, bsize } = await statfs(folder)
    return { freeBytes: bavail * bsize }
  } catch {
    return null
  }
}
