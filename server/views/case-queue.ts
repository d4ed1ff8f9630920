import { findActorNames } from '../../db/queries/actors.ts'
import { countVoices, findCasesWithFlaggers, listWaitingCases } from '../../db/queries/moderation.ts'
import type { Q } from '../../db/store.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import type { Due } from '../../domain/moderation/cases.ts'
import { conflictOf, dueOf, holderOf } from '../../domain/moderation/cases.ts'
import type { CaseKind, ThingKind } from '../../domain/moderation/words.ts'

export interface QueuedCase {
  id: string
  kind: CaseKind | 'appeal'
  thingKind: ThingKind
  voices: number
  since: number
  due: Due
  /** Who has claimed it. */
  holder: { name: string; mine: boolean } | null
  /** It is this moderator's own matter, as far as its rows tell. */
  own: boolean
}

/** Cases and appeals that wait: those due first stand first. */
export async function caseQueue(q: Q, viewer: Viewer, now: number): Promise<QueuedCase[]> {
  const rows = await listWaitingCases(q)
  const ids = rows.map(({ id }) => id)
  const voices = await countVoices(q, ids)
  const flaggers = await findCasesWithFlaggers(q, ids)
  const names = await findActorNames(
    q,
    rows.flatMap((row) => holderOf(row, now) ?? []),
  )
  return rows
    .map((row): QueuedCase => {
      const kind = row.appeal === 'open' ? 'appeal' : row.kind
      const since = (kind === 'appeal' ? row.appealedAt : row.openedAt) ?? row.openedAt
      const holder = holderOf(row, now)
      const flaggedBy = flaggers.get(row.id)?.flaggedBy ?? []
      return {
        id: row.id,
        kind,
        thingKind: row.thingKind,
        voices: voices.get(row.id) ?? 0,
        since,
        due: dueOf(kind, since, now),
        holder: holder === null ? null : { name: names.get(holder) ?? '', mine: holder === viewer.actorId },
        own: conflictOf(viewer.actorId, row, { flaggedBy, participants: [] }) !== null,
      }
    })
    .sort((a, b) => a.due.at - b.due.at)
}
