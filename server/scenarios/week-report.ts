import type { Viewer } from '../../domain/access/viewer.ts'
import { moderationLog } from '../views/moderation-log.ts'
import { readInbox } from '../views/read-inbox.ts'
import type { Decided } from './busy-week.ts'
import type { ScenarioWorld } from './scenario-world.ts'
import type { WeekLedger } from './week-ledger.ts'
import type { WeekPeople } from './week-people.ts'

export interface WeekReport {
  lines: string[]
  /** What is not as it should be; none when all is. */
  faults: string[]
}

/** What a kind that waits is called in the ledger; kinds that wait for the same thing share a name. */
const names: Record<string, string | undefined> = {
  ballot: 'vote',
  'ballot-closing': 'vote',
  'ballot-reminded': 'vote',
  reply: 'words',
  mention: 'words',
  suggestion: 'suggestion',
  objection: 'objection',
  'review-asked': 'review',
  ready: 'ready',
  'statement-asked': 'statement',
  'case-open': 'case',
  'appeal-open': 'case',
}

/** Compares every inbox and the public log with what happened. */
export async function weekReport(
  world: ScenarioWorld,
  people: WeekPeople,
  ledger: WeekLedger,
  decided: readonly Decided[],
): Promise<WeekReport> {
  const lines: string[] = []
  const faults: string[] = []
  for (const [role, some] of Object.entries(people)) {
    let needs = 0
    let news = 0
    for (const person of some) {
      const found = await inboxOf(world, person)
      const expected = ledger.of(person)
      needs += found.needs.size
      news += found.news.size
      faults.push(...differences(person.name, found, expected))
    }
    lines.push(`${role}: ${some.length} people, ${needs} things need them, ${news} threads have news for them`)
  }
  faults.push(...(await logFaults(world, decided)))
  return { lines, faults }
}

async function inboxOf({ deps }: ScenarioWorld, viewer: Viewer) {
  const inbox = await readInbox(deps.store.read, { viewer, now: deps.now() }, 'open')
  const needs = new Set<string>()
  const news = new Map<string, number>()
  for (const { items } of [...inbox.needs, ...inbox.watching]) {
    for (const { row, settlement } of items) {
      if (settlement === 'waits') needs.add(`${names[row.kind] ?? row.kind} ${row.ref}`)
      if (row.kind === 'contribution') news.set(row.thing.slice('thread/'.length), row.count)
    }
  }
  return { needs, news }
}

function differences(
  name: string,
  found: { needs: Set<string>; news: Map<string, number> },
  expected: { needs: Set<string>; news: Map<string, number> },
): string[] {
  const missing = [...expected.needs]
    .filter((one) => !found.needs.has(one))
    .map((one) => `${name} is not asked: ${one}`)
  const extra = [...found.needs].filter((one) => !expected.needs.has(one)).map((one) => `${name} is asked: ${one}`)
  const threads = new Set([...found.news.keys(), ...expected.news.keys()])
  const counts = [...threads].flatMap((thread) => {
    const [is, should] = [found.news.get(thread) ?? 0, expected.news.get(thread) ?? 0]
    return is === should ? [] : [`${name} has ${is} instead of ${should} new contributions in ${thread}`]
  })
  return [...missing, ...extra, ...counts]
}

/** Every decision stands in the public log with its reason and what became of it, and nothing else does. */
async function logFaults({ deps }: ScenarioWorld, decided: readonly Decided[]): Promise<string[]> {
  const { lines } = await moderationLog(deps, null)
  const unexplained = lines.filter(({ act, thing, reason }) => act === '' || thing === '' || reason === '')
  const faults = unexplained.map(({ seq }) => `line ${seq} of the moderation log explains nothing`)
  if (lines.length !== decided.length)
    faults.push(`the moderation log has ${lines.length} lines, not ${decided.length}`)
  return faults
}
