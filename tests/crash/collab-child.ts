import { createServer } from 'node:http'
import { openStore } from '../../db/store.ts'
import { createCollab } from '../../server/collab/create-collab.ts'
import { LogThread } from '../../server/collab/log-thread.ts'
import { readEnv } from '../../server/env.ts'
import { newId } from '../../server/ids.ts'
import { createLiveBus } from '../../server/live/bus.ts'
import { createLogger } from '../../server/log.ts'

/**
 * The collaboration server of one database as a process of its own, to be killed. Waits for a line, then opens the
 * database, and says its port on the first line of its own.
 */
const env = readEnv()
// Started ahead of time, it takes the database only when the one before it is dead.
await new Promise((go) => process.stdin.once('data', go))
const store = openStore(env.databaseFile, 'db/migrations')
const basis = {
  env,
  store,
  log: createLogger(env.logLevel),
  now: Date.now,
  newId,
  randomBytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)),
  live: createLiveBus(),
}
const log = new LogThread(store, env.databaseFile)
await log.append([])
const collab = createCollab(basis, log)
const http = createServer()
http.on('upgrade', (request, socket, head) => collab.handleUpgrade(request, socket, head))
http.listen(env.port, '127.0.0.1', () => {
  const address = http.address()
  process.stdout.write(`${typeof address === 'object' ? address?.port : ''}\n`)
})
