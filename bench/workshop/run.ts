import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startSite } from '../../tests/e2e/site.ts'
import { Latencies } from '../collab/latencies.ts'
import { measureCost, peakRss, resetPeak } from '../collab/process-stats.ts'
import type { RoomData } from './person.ts'
import { Person, pause } from './person.ts'

// A room of guests in this process, the built server in another: how long until everybody's page shows what the
// facilitator did. `--people=N` (200), `--outage=SECONDS` (20).
const option = (name: string, usual: number) =>
  Number(process.argv.find((word) => word.startsWith(`--${name}=`))?.split('=')[1] ?? usual)
const people = option('people', 200)
const outage = option('outage', 20)
const within = 10_000

const folder = mkdtempSync(join(tmpdir(), 'folkmoot-workshop-'))
const site = await startSite(folder)
const pid = site.process.pid ?? 0
const failures: string[] = []

function line(what: string, words: string, bar?: { held: boolean; words: string }): void {
  process.stdout.write(
    `${what.padEnd(34)} ${words}${bar ? `   ${bar.held ? 'held' : 'NOT held'}: ${bar.words}` : ''}\n`,
  )
  if (bar && !bar.held) failures.push(what)
}

/** How long until everybody sees something, from the moment that it is done. Milliseconds. */
async function untilAllSee(crowd: Person[], holds: (data: RoomData) => boolean, act: () => Promise<unknown>) {
  const times = new Latencies()
  let last = 0
  const began = performance.now()
  const all = crowd.map((one) =>
    one.sees(holds).then(() => {
      last = performance.now() - began
      times.add(last)
    }),
  )
  await act()
  await Promise.race([Promise.all(all), pause(30_000)])
  return {
    p50: Math.round(times.quantile(0.5)),
    p95: Math.round(times.quantile(0.95)),
    last: Math.round(last),
    seen: times.count,
  }
}

const spoken = ({ p50, p95, last, seen }: Awaited<ReturnType<typeof untilAllSee>>) =>
  `p50 ${p50} ms, p95 ${p95} ms, last ${last} ms, ${seen} of ${people}`

try {
  const lead = new Person(site.url)
  await lead.post('/sign-in', { email: 'moderator@demo.invalid', password: 'folkmoot-demo' })
  const form = await lead.text('/workshops/new')
  const draftId = /name="draftIds"[^>]*value="([a-z2-7]{20})"/.exec(form)?.[1] ?? ''
  const made = await lead.post('/workshops/new', {
    title: 'A full hall',
    purpose: 'How fast the room follows.',
    startsAt: new Date(Date.now() + 60_000).toISOString().slice(0, 16),
    zone: 'UTC',
    guests: 'welcome',
    capacity: String(people + 10),
    template: '60',
    hearing: 'falsification',
    draftIds: draftId,
  })
  const address = made.headers.get('location') ?? ''
  const code = /\b[A-Z]{3}-\d{4}\b/.exec(await lead.text(address))?.[0] ?? ''
  const console = `${address}/console`
  await lead.post(console, { intent: 'start' })

  resetPeak(pid)
  const crowd = Array.from({ length: people }, () => new Person(site.url, code))
  const ending = measureCost(pid)
  const joined = performance.now()
  await Promise.all(crowd.map((one, i) => one.join(`Guest ${i + 1}`)))
  line('all join at once', `${Math.round(performance.now() - joined)} ms for ${people}`)
  const first = await crowd[0]?.look()
  const topics = first?.room?.topics ?? []
  await Promise.all(crowd.map((one) => one.listen(topics)))
  await pause(1_000)

  let at = 1
  const next = () => lead.post(console, { intent: 'move', move: 'next', from: String(at++) })
  const at_ = (position: number) => (data: RoomData) => data.room?.phase?.position === position
  const phase = await untilAllSee(crowd, at_(2), next)
  const fast = (one: typeof phase) => one.seen === people && one.p95 <= 1_000
  line('a phase change reaches all', spoken(phase), { held: fast(phase), words: 'p95 at most 1 s' })

  const silent = await untilAllSee(crowd, at_(3), next)
  line('into the silent phase', spoken(silent), { held: fast(silent), words: 'p95 at most 1 s' })
  const threadId = (await crowd[0]?.look())?.room?.wordings?.threadId ?? ''
  const slowest = new Latencies()
  await Promise.all(
    crowd.map(async (one, i) => {
      await pause((i * within) / people)
      const began = performance.now()
      const text = `Signal ${i + 1}: three of five audits by ${2027 + (i % 9)} find what was excluded.`
      await one.post(`/w/${code}`, { intent: 'room-propose', threadId, text })
      slowest.add(performance.now() - began)
    }),
  )
  line(
    `${people} wordings in ten seconds`,
    `answered p50 ${Math.round(slowest.quantile(0.5))} ms, p95 ${Math.round(slowest.quantile(0.95))} ms`,
  )
  // What stands there already counts as one of the list where it is shown.
  const whole = (data: RoomData) => (data.room?.wordings?.list.length ?? 0) >= people
  const opened = await untilAllSee(crowd, whole, next)
  line('all wordings shown to all', spoken(opened), {
    held: opened.seen === people && opened.last <= 2_000,
    words: 'all at most 2 s after',
  })

  for (const one of crowd) one.drop()
  await pause(outage * 1_000)
  await next()
  const back = performance.now()
  const present = at
  await Promise.all(
    crowd.map(async (one) => {
      one.latency = 300
      await one.listen(topics)
      const data = await one.look()
      if (data.room?.phase?.position !== present) throw new Error('somebody came back to another phase')
    }),
  )
  const all = Math.round(performance.now() - back)
  line(`all back after ${outage} s, 300 ms away`, `${all} ms`, { held: all <= 5_000, words: 'at most 5 s' })

  const cost = ending()
  line(
    'server',
    `${cost.serverShare} % of a processor over ${Math.round(cost.seconds)} s, most memory ${Math.round(peakRss(pid))} MB`,
  )
  line('this load and others', `${cost.loadShare} % and ${cost.otherShare} %`)
  for (const one of crowd) one.drop()
} finally {
  await site.stop()
  rmSync(folder, { recursive: true, force: true })
}
process.exit(failures.length === 0 ? 0 : 1)
