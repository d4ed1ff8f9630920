import { measureCost, rss } from '../process-stats.ts'
import { RoomLoad, wait } from '../room-load.ts'
import type { Scenario } from '../scenario.ts'
import { round } from '../scenario.ts'
import { startTarget, targetNames } from '../targets.ts'

const sockets = 2_000
const perRoom = 50
const documents = 1_000
const warmUp = 100
/** The server lets a document go half a minute after the last has left, and ends its idle worker a minute later. */
const idle = 100_000

export const memory: Scenario = {
  id: 'S6',
  title: 'memory',
  variants: [
    {
      name: `${sockets} idle sockets`,
      targets: targetNames,
      bars: [{ figure: 'kbPerSocket', atMost: 20 }],
      async run(name, world, profile) {
        const target = await startTarget(name, world, { profile })
        const rooms: RoomLoad[] = []
        let start = 0
        try {
          // A first room, so that what the first socket brings into memory is not counted for each.
          for (let i = 0; i <= sockets / perRoom; i += 1) {
            rooms.push(new RoomLoad())
            const people = Array.from({ length: perRoom }, (_, n) => i * perRoom + n)
            if (i === 1) {
              await wait(2_000)
              start = rss(target.pid)
            }
            await rooms[i]?.join(target, i, people, 0)
          }
          await wait(5_000)
          const after = rss(target.pid)
          return {
            rssBeforeMb: round(start, 1),
            rssMb: round(after, 1),
            kbPerSocket: round(((after - start) * 1024) / sockets, 1),
            open: rooms.reduce((sum, room) => sum + room.sockets.filter(({ isOpen }) => isOpen).length, 0),
          }
        } finally {
          await Promise.all(rooms.map((room) => room.leave()))
          await target.stop()
        }
      },
    },
    {
      name: `${documents} documents opened and closed`,
      targets: targetNames,
      bars: [{ figure: 'grownMb', atMost: 10 }],
      async run(name, world, profile) {
        const target = await startTarget(name, world, { profile })
        const visit = async (draft: number) => {
          const room = new RoomLoad()
          await room.join(target, draft, [draft], 1)
          for (let i = 0; i < 20; i += 1) room.type(0, true)
          await wait(10)
          await room.leave()
        }
        const visitAll = async (from: number, to: number) => {
          for (let i = from; i < to; i += 10) {
            await Promise.all(Array.from({ length: Math.min(10, to - i) }, (_, n) => visit(i + n)))
          }
        }
        try {
          const fresh = rss(target.pid)
          await visitAll(0, warmUp)
          await wait(name === 'folkmoot' ? idle : 2_000)
          const before = rss(target.pid)
          const cost = measureCost(target.pid)
          await visitAll(warmUp, warmUp + documents)
          const { seconds, otherShare } = cost()
          const peak = rss(target.pid)
          await wait(name === 'folkmoot' ? idle : 2_000)
          const after = rss(target.pid)
          return {
            rssFreshMb: round(fresh, 1),
            rssBeforeMb: round(before, 1),
            rssAtEndMb: round(peak, 1),
            rssAfterMb: round(after, 1),
            grownMb: round(after - before, 1),
            secondsForAll: round(seconds, 1),
            otherCpu: otherShare,
          }
        } finally {
          await target.stop()
        }
      },
    },
  ],
}
