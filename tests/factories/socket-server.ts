import { createServer } from 'node:http'
import { onTestFinished } from 'vitest'
import type { TestDeps } from './test-deps.ts'

/** A real HTTP server with the real collaboration server behind it, without pages. @returns its port. */
export async function listenForSockets(deps: Pick<TestDeps, 'collab'>): Promise<number> {
  const http = createServer((_request, response) => response.writeHead(404).end())
  http.on('upgrade', (request, socket, head) => deps.collab.handleUpgrade(request, socket, head))
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    http.close()
    http.closeAllConnections()
  })
  const address = http.address()
  if (address === null || typeof address === 'string') throw new Error('the test server has no port')
  return address.port
}
