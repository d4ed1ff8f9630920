import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { startSite } from '../../tests/e2e/site.ts'
import { Latencies } from '../collab/latencies.ts'
import { cpuSeconds, measureCost, peakRss, resetPeak, rss } from '../collab/process-stats.ts'
import { fillHall } from './hall.ts'
import type { RoomData, Wording } from './person.ts'
import { Person, pause } from './person.ts'
import { openVenue } from './venue.ts'

// A room of members in this process, the built server in another: how long until everybody's page shows what the
// facilitator did. `--people=N` (200), `--outage=SECONDS` (20), `--profile=FOLDER` for a profile of the server.
const option = (name: string) => process.argv.find((word) => word.startsWith(`--${name}=`))?.slice(`--${name}=`.length)
const people = Number(option('people') ?? 200)
const outage = Number(option('outage') ?? 20)
const profile = option('profile')
const within = 10_000

const folder = mkdtempSync(join(tmpdir(), 'folkmoot-workshop-'))
const site = await startSite(folder, 0, 'build', profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : [])
const pid = site.process.pid ?? 0
const failures: string[] = []

function line(what: string, words: string, bar?: { held: boolean; words: string }): void {
  process.stdout.write(
    `${what.padEnd(34)} ${words}${bar ? `   ${bar.held ? 'held' : 'NOT held'}: ${bar.words}` : ''}\n`,
  )
  if (bar && !bar.held) failures.push(what)
}

/** How long until everybody sees something, from the moment that it is done, and what that costs the server. */
async function untilAllSee(crowd: Person[], holds: (data: RoomData) => boolean, act: () => unknown) {
  const times = new Latencies()
  let last = 0
  const used = cpuSeconds(pid)
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
    cpu: Math.round(1_000 * (cpuSeconds(pid) - used)),
  }
}

type Seen = Awaited<ReturnType<typeof untilAllSee>>
const spoken = ({ p50, p95, last, seen, cpu }: Seen) =>
  `p50 ${p50} ms, p95 ${p95} ms, last ${last} ms, ${seen} of ${people} (${cpu} ms of the server's processor)`
const fast = (one: Seen) => ({ held: one.seen === people && one.p95 <= 1_000, words: 'p95 at most 1 s' })

try {
  line(
    'the machine, before',
    `load ${loadavg()
      .map((one) => one.toFixed(1))
      .join(', ')}`,
  )
  const { lead, crowd, console, code, draftId } = await fillHall(site.url, folder, people)
  resetPeak(pid)
  const ending = measureCost(pid)

  const guests = Array.from({ length: people }, () => new Person(site.url, code))
  let joined = performance.now()
  await Promise.all(guests.map((one, i) => one.join(`Guest ${i + 1}`)))
  line('all join at once, as guests', `${Math.round(performance.now() - joined)} ms for ${people}`)
  for (const one of guests) one.leave()
  joined = performance.now()
  await Promise.all(crowd.map((one) => one.join('')))
  line('all join at once, as members', `${Math.round(performance.now() - joined)} ms for ${people}`)
  const topics = (await crowd[0]?.look())?.room.topics ?? []
  await Promise.all(crowd.map((one) => one.listen(topics)))
  await pause(1_000)

  let at = 1
  const next = () => lead.post(console, { intent: 'move', move: 'next', from: String(at++) })
  const stands = (position: number) => (data: RoomData) => data.room.phase?.position === position
  const phase = await untilAllSee(crowd, stands(2), next)
  line('a phase change reaches all', spoken(phase), fast(phase))
  const silent = await untilAllSee(crowd, stands(3), next)
  line('into the silent phase', spoken(silent), fast(silent))

  const threadId = (await crowd[0]?.look())?.room.wordings?.threadId ?? ''
  const answered = new Latencies()
  const texts = crowd.map(
    (_, i) => `Signal ${i + 1}: three of five audits by ${2027 + (i % 9)} find what was excluded.`,
  )
  const overTenSeconds = (work: (one: Person, i: number) => Promise<unknown>) =>
    Promise.all(
      crowd.map(async (one, i) => {
        await pause((i * within) / people)
        const began = performance.now()
        await work(one, i)
        answered.add(performance.now() - began)
      }),
    )
  const quick = (times: Latencies) =>
    `answered p50 ${Math.round(times.quantile(0.5))} ms, p95 ${Math.round(times.quantile(0.95))} ms`
  await overTenSeconds((one, i) => one.send({ intent: 'room-propose', threadId, text: texts[i] ?? '' }))
  line(`${people} wordings in ten seconds`, quick(answered))
  // Besides what stands there already, which counts as one of the list.
  const own = (data: RoomData) => data.room.wordings?.list.filter(({ n }) => n > 0) ?? []
  const whole = (data: RoomData) => own(data).length >= people
  const opened = await untilAllSee(crowd, whole, next)
  const room = await (crowd[0] as Person).look()
  const shown = new Set(own(room).map(({ text }) => text))
  line('all wordings shown to all', spoken(opened), {
    held: opened.seen === people && opened.last <= 2_000 && texts.every((text) => shown.has(text)),
    words: 'all at most 2 s after, each word for word',
  })
  const listening = room.room.topics
  for (const one of crowd) one.leave()

  // From here on the phones are in the hall: 300 ms away, with losses.
  const venue = await openVenue(Number(new URL(site.url).port))
  for (const one of crowd) one.origin = venue.origin
  await Promise.all(crowd.map((one) => one.listen(listening)))
  await pause(2_000)
  const senders = crowd.slice(0, Math.ceil(people / 5))
  // A fifth of them judge a wording and give a reason: some a moment before the network goes, others while it is gone.
  // A judgement that is taken twice would be taken back.
  const judged = senders.map((_, i) => ({ n: own(room)[(i + 1) % people] as Wording, reason: `Reason ${i + 1}.` }))
  const sending = senders.map(async (one, i) => {
    const { n, reason } = judged[i] as (typeof judged)[number]
    const about = { threadId, candidate: String(n.n) }
    await pause(i % 2 === 0 ? 600 + 10 * i : 2_000 + 100 * i)
    const judging = one.send({ intent: 'room-react', ...about, stance: 'agree', seen: n.seen })
    const again = await one.send({ intent: 'room-reason', ...about, type: 'for', text: reason })
    return Math.max(await judging, again)
  })
  await pause(1_000)
  venue.out()
  await pause(outage * 1_000)
  const said = 'The network is back.'
  await lead.post(console, { intent: 'broadcast', broadcast: said })
  const back = await untilAllSee(
    crowd,
    (data) => data.room.broadcast === said,
    () => venue.back(),
  )
  line(`all back after ${outage} s, 300 ms, 2 % loss`, spoken(back), {
    held: back.seen === people && back.last <= 5_000,
    words: 'all at most 5 s after',
  })
  const tries = await Promise.all(sending)
  const left = await Promise.all(
    senders.map(async (one, i) => {
      const { n, reason } = judged[i] as (typeof judged)[number]
      const now = own(await one.look()).find((wording) => wording.n === n.n)
      const told = now?.reasons.for.filter(({ text }) => text === reason).length ?? 0
      return { judged: now?.reaction === 'agree', told, all: told + (now?.reasons.more ?? 0) }
    }),
  )
  const missing = left.filter((one) => !one.judged || one.told === 0).length
  const doubled = left.filter(({ all }) => all > 1).length
  line(
    'what was sent around the outage',
    `${2 * senders.length} sent, ${tries.filter((n) => n > 1).length} phones again, ${missing} lost, ${doubled} doubled`,
    { held: missing === 0 && doubled === 0, words: 'nothing lost, nothing doubled' },
  )
  for (const one of crowd) one.leave()
  await venue.close()

  for (const one of crowd) one.origin = site.url
  await Promise.all(crowd.map((one) => one.listen([`workshop/${(listening[0] ?? '').split('/')[1]}`])))
  while (at < 8) await next()
  await lead.post(console, { intent: 'ballot', draftId, minutes: '30', quorum: '0' })
  const ballotId = (await crowd[0]?.look())?.room.ballot?.id ?? ''
  const cast = new Latencies()
  const choices = ['agree', 'agree', 'reservations', 'abstain'] as const
  await Promise.all(
    crowd.map(async (one, i) => {
      await pause((i * within) / people)
      const began = performance.now()
      const { status } = await one.ask(`/ballots/${ballotId}`, { intent: 'cast', choice: choices[i % 4] ?? '' })
      if (status === 200) cast.add(performance.now() - began)
    }),
  )
  const revealed = await untilAllSee(
    crowd,
    (data) => data.room.ballot?.state === 'closed',
    () => lead.post(`/ballots/${ballotId}`, { intent: 'close', reason: 'The room has voted.' }),
  )
  const result = await lead.text(`/ballots/${ballotId}?_data=${encodeURIComponent('routes/ballots.$id')}`)
  const tally: Record<string, number> = JSON.parse(result).page.known.outcome.tally
  const right = choices.every((choice) => tally[choice] === crowd.filter((_, i) => choices[i % 4] === choice).length)
  line(`${people} votes in ten seconds`, `${quick(cast)}; counted ${JSON.stringify(tally)}`, {
    held: cast.count === people && right,
    words: 'all taken and counted rightly',
  })
  line('the reveal reaches all', spoken(revealed), fast(revealed))

  const cost = ending()
  line(
    'the server',
    `${cost.serverShare} % of a processor over ${Math.round(cost.seconds)} s; memory ${Math.round(rss(pid))} MB, at most ${Math.round(peakRss(pid))} MB`,
  )
  line('this load, and others', `${cost.loadShare} % and ${cost.otherShare} % of a processor`)
  line(
    'the machine, after',
    `load ${loadavg()
      .map((one) => one.toFixed(1))
      .join(', ')}`,
  )
  for (const one of crowd) one.leave()
} finally {
  await site.stop()
  rmSync(folder, { recursive: true, force: true })
}
process.exit(failures.length === 0 ? 0 : 1)
