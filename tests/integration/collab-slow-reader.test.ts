import { describe, expect, it } from 'vitest'
import type { WebSocket } from 'ws'
import * as Y from 'yjs'
import { limits } from '../../server/collab/limits.ts'
import { Outlet } from '../../server/collab/outlet.ts'
import { until } from '../factories/collab-clients.ts'

/** A socket whose buffer is in the test's hand. */
function fakeSocket() {
  return {
    OPEN: 1,
    readyState: 1,
    writableLength: 0,
    sent: 0,
    closedWith: 0,
    write() {
      this.sent += 1
      return true
    },
    close(code: number) {
      this.closedWith = code
    },
    terminate() {
      this.readyState = 3
    },
  }
}

describe('a slow reader', () => {
  it('[L3] is not sent every change, and is brought up to date in one go', async () => {
    const ws = fakeSocket()
    const caughtUp: ReadonlyMap<number, number>[] = []
    const outlet = new Outlet(ws as unknown as WebSocket, ws, (missing) => caughtUp.push(missing))
    const doc = new Y.Doc()
    doc.clientID = 70_001
    doc.on('update', (update: Uint8Array) => outlet.sendUpdates(Buffer.from(update), [update]))

    doc.getMap('fields').set('title', 'a')
    expect(ws.sent).toBe(1)
    ws.writableLength = limits.bufferResync + 1
    for (let i = 0; i < 100; i += 1) doc.getMap('fields').set('title', `b${i}`)
    expect(ws.sent).toBe(1)
    ws.writableLength = 0
    // Still behind: what comes now must not overtake what was left out.
    doc.getMap('fields').set('title', 'c')
    expect(ws.sent).toBe(1)
    await until('caught up', () => caughtUp.length > 0)
    expect(caughtUp).toEqual([new Map([[70_001, 1]])])
    doc.getMap('fields').set('title', 'd')
    expect(ws.sent).toBe(2)
    outlet.stop()
  })

  it('[L3] is sent away when its buffer is full', () => {
    const ws = fakeSocket()
    const outlet = new Outlet(ws as unknown as WebSocket, ws, () => undefined)
    ws.writableLength = limits.bufferClose + 1
    outlet.send(Buffer.alloc(1))
    expect(ws.closedWith).toBe(1013)
    outlet.sendPassing(Buffer.alloc(1))
    expect(ws.sent).toBe(0)
  })
})
