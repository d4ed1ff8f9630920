import { randomBytes } from 'node:crypto'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject, onTestFinished } from 'vitest'
import { openStore } from '../../db/store.ts'
import { createCollab } from '../../server/collab/create-collab.ts'
import { LogThread } from '../../server/collab/log-thread.ts'
import type { Deps } from '../../server/deps.ts'
import { readEnv } from '../../server/env.ts'
import { newId } from '../../server/ids.ts'
import { createLiveBus } from '../../server/live/bus.ts'
import { createLogger } from '../../server/log.ts'

export interface TestDeps extends Deps {
  /** Moves the clock that use cases see. */
  setNow(at: number): void
}

/**
 * Real dependencies on a database of the test's own, with a clock in the test's hand; removed when it ends.
 *
 * @param logThread has the log of documents written by a thread, as the running server has; it starts slowly in tests.
 */
export function testDeps(overrides: Record<string, string> = {}, { logThread = false } = {}): TestDeps {
  const dataDir = mkdtempSync(join(tmpdir(), 'folkmoot-test-'))
  const env = readEnv({ NODE_ENV: 'test', DATA_DIR: dataDir, DEMO: '1', LOG_LEVEL: 'silent', PORT: '0', ...overrides })
  copyFileSync(inject('databaseTemplate'), env.databaseFile)
  const store = openStore(env.databaseFile, 'db/migrations')
  let now = Date.UTC(2026, 10, 24, 12)
  const basis = {
    env,
    store,
    log: createLogger('silent'),
    now: () => now,
    newId,
    randomBytes: (n: number) => randomBytes(n),
    live: createLiveBus(),
  }
  const thread = logThread ? new LogThread(store, env.databaseFile) : undefined
  const collab = createCollab(basis, thread)
  onTestFinished(async () => {
    await collab.close()
    await thread?.stop()
    store.close()
    rmSync(dataDir, { recursive: true, force: true })
  })
  return {
    ...basis,
    collab,
    setNow(at) {
      now = at
    },
  }
}
