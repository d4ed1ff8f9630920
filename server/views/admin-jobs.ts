import { listJobs } from '../../db/queries/job-lists.ts'
import type { JobRow } from '../../db/queries/jobs.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import { day } from '../../domain/text/day.ts'
import type { Deps } from '../deps.ts'
import { AppError } from '../errors.ts'

/** Jobs of each list; of more the page says the number. */
const most = 50

export interface JobLine {
  id: string
  kind: string
  key: string
  dueAt: number
  /** When the present try began, or the last that failed for good. */
  since: number | null
  /** When it was done. */
  doneAt: number | null
  /** When a failed one is tried again by itself; null where it was given up. */
  nextAt: number | null
  attempts: number
  error: string | null
}

interface JobList {
  total: number
  jobs: JobLine[]
}

export interface AdminJobs {
  at: number
  running: JobList
  waiting: JobList
  failed: JobList
  /** Within the last day. */
  done: JobList
}

/** What the scheduler does, did and could not do. @throws AppError `signed-out`, `not-allowed`. */
export async function adminJobs(deps: Deps, viewer: Viewer | null): Promise<AdminJobs> {
  if (!viewer) throw new AppError('signed-out', 'Sign in to see this.')
  if (!can(viewer, 'admin.read', null)) throw new AppError('not-allowed', 'Only administrators see this page.')
  const at = deps.now()
  const list = async (which: Parameters<typeof listJobs>[1]): Promise<JobList> => {
    const { total, rows } = await listJobs(deps.store.read, which, { now: at, since: at - day, limit: most })
    return { total, jobs: rows.map(lineOf) }
  }
  return {
    at,
    running: await list('running'),
    waiting: await list('waiting'),
    failed: await list('failed'),
    done: await list('done'),
  }
}

function lineOf({ id, kind, key, dueAt, startedAt, failedAt, doneAt, leaseUntil, attempts, error }: JobRow): JobLine {
  const nextAt = failedAt === null && doneAt === null ? leaseUntil : null
  return { id, kind, key, dueAt, since: startedAt ?? failedAt, doneAt, nextAt, attempts, error }
}
