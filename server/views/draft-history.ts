import { listEventsOf } from '../../db/queries/draft-events.ts'
import { countUpdates } from '../../db/queries/drafts.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import type { Stretch } from '../../domain/drafts/sessions.ts'
import { writingSessions } from '../../domain/drafts/sessions.ts'
import type { Deps } from '../deps.ts'
import { readableDraft } from '../usecases/drafts/draft-for.ts'

export type HistoryLine =
  | ({ type: 'session' } & Stretch)
  /** An act of the record; `event` is its type, `name` who did it, null for the system. */
  | { type: 'event'; event: string; name: string | null; at: number; seq: number }

export interface DraftHistory {
  draft: { id: string; title: string }
  lines: HistoryLine[]
}

/** Stretches in which the log is counted, in milliseconds. */
const stretch = 5 * 60_000

/**
 * Who wrote when and how much, from the document's log, together with the acts of the record; newest first.
 *
 * @throws AppError `signed-out`, `not-found`.
 */
export async function draftHistory(deps: Deps, viewer: Viewer | null, id: string): Promise<DraftHistory> {
  const q = deps.store.read
  const { draft } = await readableDraft(q, viewer, id)
  const [counted, events] = await Promise.all([countUpdates(q, id, stretch), listEventsOf(q, `draft/${id}`)])
  const sessions = writingSessions(counted.map((row) => ({ ...row, from: row.from ?? 0, to: row.to ?? 0 })))
  const lines: HistoryLine[] = [
    ...sessions.map((session) => ({ type: 'session' as const, ...session })),
    ...events.map(({ type: event, ...rest }) => ({ type: 'event' as const, event, ...rest })),
  ]
  const when = (line: HistoryLine) => (line.type === 'session' ? line.to : line.at)
  return { draft: { id, title: draft.title }, lines: lines.sort((a, b) => when(b) - when(a)) }
}
