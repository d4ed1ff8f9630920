import { randomBytes } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { actors, users } from '../../db/schema.ts'
import { openStore } from '../../db/store.ts'
import type { Role, Viewer } from '../../domain/access/viewer.ts'
import { day } from '../../domain/text/day.ts'
import { createCollab } from '../collab/create-collab.ts'
import type { Deps } from '../deps.ts'
import { readEnv } from '../env.ts'
import { newId } from '../ids.ts'
import { runDueJobs } from '../jobs/run-due-jobs.ts'
import { beginDigests } from '../jobs/send-digests.ts'
import { createLiveBus } from '../live/bus.ts'
import { createLogger } from '../log.ts'
import { projectRoot } from '../root.ts'
import { prepareDatabase } from '../usecases/site/prepare-database.ts'

/** A site of its own, with the atlas and a clock in the hand of whoever plays on it. */
export interface ScenarioWorld {
  deps: Deps
  folder: string
  /** Lets the time pass, and runs what falls due meanwhile, hour by hour. */
  pass(hours: number): Promise<void>
  person(name: string, role: Exclude<Role, 'guest'>): Promise<Viewer>
  close(): Promise<void>
}

/** @param start milliseconds since 1970, UTC. */
export async function scenarioWorld(start: number): Promise<ScenarioWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'folkmoot-scenario-'))
  const env = readEnv({ NODE_ENV: 'test', DATA_DIR: folder, DEMO: '0', LOG_LEVEL: 'silent' })
  const store = openStore(env.databaseFile, join(projectRoot(), 'db/migrations'))
  let now = start
  const basis = {
    env,
    store,
    log: createLogger('silent'),
    now: () => now,
    newId,
    randomBytes: (n: number) => randomBytes(n),
    live: createLiveBus(),
  }
  const deps: Deps = { ...basis, collab: createCollab(basis) }
  await prepareDatabase(deps, projectRoot())
  await beginDigests(deps)
  return {
    deps,
    folder,
    async pass(hours) {
      for (let i = 0; i < hours; i++) {
        now += 3_600_000
        await runDueJobs(deps)
        await runDueJobs(deps, 'mail')
      }
    },
    async person(name, role) {
      const actorId = newId()
      await store.tx(async (q) => {
        // Nobody here is a newcomer, or the limits for those would decide the week.
        await q.insert(actors).values({ id: actorId, type: 'user', name, createdAt: now - 60 * day })
        const email = `${actorId}@example.org`
        await q.insert(users).values({ actorId, email, passwordHash: null, role, colour: '#1c4a86', suspendedAt: null })
      })
      return { actorId, name, role, colour: '#1c4a86', suspended: false }
    },
    async close() {
      await deps.collab.close()
      store.close()
    },
  }
}
