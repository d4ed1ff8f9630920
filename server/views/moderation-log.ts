import { findAppeals, listModerationEvents } from '../../db/queries/moderation-log.ts'
import {
  appealWords,
  caseActs,
  caseActWords,
  decisionReasons,
  decisionReasonWords,
  thingKinds,
  thingKindWords,
} from '../../domain/moderation/words.ts'
import { csv } from '../../domain/text/csv.ts'
import type { Deps } from '../deps.ts'

/** One act, without names and words (moderation SPEC [Y20]). */
export interface LogLine {
  /** Its number in the record. */
  seq: number
  at: number
  act: string
  thing: string
  reason: string
  appeal: string
}

export interface ModerationLog {
  lines: LogLine[]
  /** Number to go on from; null at the end. */
  next: number | null
}

const pageSize = 100
const mostDownloaded = 100_000

const otherActs: Record<string, { act: string; thing: string }> = {
  'thread.merged': { act: 'Merged into another thread', thing: 'Thread' },
  'actor.suspended': { act: 'Suspended', thing: 'Account' },
  'actor.suspension-lifted': { act: 'Suspension lifted', thing: 'Account' },
  'draft.redacted': { act: 'Text removed for good', thing: 'Draft' },
  'contribution.deleted': { act: 'Deleted', thing: 'Contribution' },
  'position.redacted': { act: 'Words removed for good', thing: 'Position on a strategy' },
}

/** What moderators did, for everybody, the latest first. */
export async function moderationLog(deps: Deps, before: number | null): Promise<ModerationLog> {
  const lines = await logLines(deps, before, pageSize + 1)
  const shown = lines.slice(0, pageSize)
  return { lines: shown, next: lines.length > pageSize ? (shown.at(-1)?.seq ?? null) : null }
}

async function logLines(deps: Deps, before: number | null, limit: number): Promise<LogLine[]> {
  const q = deps.store.read
  const rows = await listModerationEvents(q, before, limit)
  const caseOf = (payload: Record<string, unknown>) => (typeof payload.case === 'string' ? payload.case : null)
  const appeals = await findAppeals(
    q,
    rows.flatMap(({ payload }) => caseOf(payload) ?? []),
  )
  return rows.map(({ seq, type, payload, at }) => {
    const other = otherActs[type]
    if (other) return { seq, at, ...other, reason: '', appeal: '' }
    const act = caseActs.find((one) => one === payload.act)
    const thing = thingKinds.find((one) => one === payload.thing)
    const reason = decisionReasons.find((one) => one === payload.reason)
    const appeal = appeals.get(caseOf(payload) ?? '')?.appeal ?? 'none'
    return {
      seq,
      at,
      act: act ? caseActWords[act].done : '',
      thing: thing ? thingKindWords[thing] : '',
      reason: reason ? decisionReasonWords[reason] : '',
      appeal: appealWords[appeal],
    }
  })
}

/** The whole log as JSON. */
export async function moderationLogJson(deps: Deps): Promise<string> {
  const lines = await logLines(deps, null, mostDownloaded)
  return `${JSON.stringify({ items: lines.map((line) => ({ ...line, at: new Date(line.at).toISOString() })) }, null, 2)}\n`
}

/** The whole log as a table. */
export async function moderationLogCsv(deps: Deps): Promise<string> {
  const lines = await logLines(deps, null, mostDownloaded)
  const rows = lines.map(({ seq, at, act, thing, reason, appeal }) => [
    String(seq),
    new Date(at).toISOString(),
    act,
    thing,
    reason,
    appeal,
  ])
  return csv(['number', 'at', 'act', 'thing', 'reason', 'appeal'], rows)
}
