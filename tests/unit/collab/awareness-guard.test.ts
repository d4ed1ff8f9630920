import * as encoding from 'lib0/encoding'
import { describe, expect, it } from 'vitest'
import type { Viewer } from '../../../domain/access/viewer.ts'
import type { Present } from '../../../server/collab/awareness-guard.ts'
import { AwarenessGuard } from '../../../server/collab/awareness-guard.ts'
import { limits } from '../../../server/collab/limits.ts'

const someone = (actorId: string): Present => ({
  viewer: { actorId, name: actorId, colour: '#8a3b12', role: 'contributor' } as unknown as Viewer,
  mayWrite: true,
})

function entry(id: number, clock: number, state: string): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, 1)
  encoding.writeVarUint(encoder, id)
  encoding.writeVarUint(encoder, clock)
  encoding.writeVarString(encoder, state)
  return encoding.toUint8Array(encoder)
}

const state = JSON.stringify({ section: 'bet' })

describe('[P1] a hundred thousand awareness ids', () => {
  it('from one socket are one', () => {
    const guard = new AwarenessGuard(() => undefined)
    const ada = someone('ada')
    for (let id = 70_000; id < 170_000; id += 1) guard.receive(ada, entry(id, 1, state))
    expect(guard.size).toEqual({ shown: 1, remembered: 1 })
    expect(guard.takeChanges().size).toBe(1)
  })

  it('from sockets that come and go leave no more behind than a person may have', () => {
    const guard = new AwarenessGuard(() => undefined)
    const people = ['ada', 'ben', 'cleo']
    global.gc?.()
    const before = process.memoryUsage().heapUsed
    for (let id = 70_000; id < 170_000; id += 1) {
      const visitor = someone(people[id % 3] as string)
      guard.receive(visitor, entry(id, 1, state))
      guard.leave(visitor)
      if (id % 100 === 0) guard.takeChanges()
    }
    guard.takeChanges()
    expect(guard.size.shown).toBe(0)
    expect(guard.size.remembered).toBeLessThanOrEqual(people.length * limits.presenceIdsKept)
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(64 * 1024 * 1024)
  })

  it('named by somebody who is seen change nobody else’s face', () => {
    const guard = new AwarenessGuard(() => undefined)
    const [ada, eve] = [someone('ada'), someone('eve')]
    guard.receive(ada, entry(80_000, 1, state))
    guard.takeChanges()
    for (let clock = 2; clock < 1_000; clock += 1) guard.receive(eve, entry(80_000, clock, 'null'))
    expect(guard.takeChanges().size).toBe(0)
    expect(guard.idOf(ada)).toBe(80_000)
  })
})
