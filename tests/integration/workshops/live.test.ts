import type { AddressInfo } from 'node:net'
import express from 'express'
import { expect, it, onTestFinished } from 'vitest'
import { liveRoutes } from '../../../server/http/live.ts'
import { createServices } from '../../../server/services.ts'
import { makeAccount, makeSession } from '../../factories/accounts.ts'
import { makeGuest, makeWorkshop } from '../../factories/live-room.ts'
import { testDeps } from '../../factories/test-deps.ts'

it('[J9] a live stream tells who is in the room, and ends within two seconds for who is taken out', async () => {
  const deps = testDeps()
  const services = createServices(deps)
  const lead = await makeAccount(deps, { role: 'facilitator' })
  const workshopId = await makeWorkshop(deps, lead.actorId)
  const other = await makeWorkshop(deps, lead.actorId, { code: 'XYZ2345' })
  const guest = await makeGuest(deps, workshopId, 'Ada')
  const server = express().use(liveRoutes(deps, services)).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  const cookie = await makeSession(deps, guest)
  const listen = (topic: string) => fetch(`http://127.0.0.1:${port}/live?topic=${topic}`, { headers: { cookie } })
  expect((await listen(`workshop/${other}`)).status).toBe(404)
  const stream = await listen(`workshop/${workshopId}`)
  expect(stream.status).toBe(200)
  const whole = stream.text()
  await services.removePerson(lead, { workshopId, actorId: guest.actorId })
  const late = new Promise((resolve) => setTimeout(() => resolve('still open'), 2_000))
  // The reader is told that it is out, so that its page looks again.
  expect(await Promise.race([whole, late])).toMatch(/^retry: (1\d{3}|2000)\n\ndata: \{"type":"gone"\}\n\n$/)
  expect((await listen(`workshop/${workshopId}`)).status).toBe(401)
})
