import { listEventsOf } from '../../db/queries/draft-events.ts'
import { findEntryById } from '../../db/queries/entries.ts'
import { listMoments, listPeople, listVersionsOfDraft } from '../../db/queries/history.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import type { EntryKind } from '../../domain/entries/kinds.ts'
import { fieldDef, kindPath, kinds } from '../../domain/entries/kinds.ts'
import { momentAddress } from '../../domain/history/moment.ts'
import type { Session } from '../../domain/history/sessions.ts'
import { describeEvent } from '../../domain/record/describe.ts'
import type { Deps } from '../deps.ts'
import { historiesOf } from '../history/histories.ts'
import { readableDraft } from '../usecases/drafts/draft-for.ts'

export type HistoryLine = { at: number } & (
  | {
      type: 'session'
      from: number
      people: { name: string; changes: number }[]
      changes: number
      sections: { id: string; label: string; added: number; removed: number }[]
      fields: string[]
      /** Addresses of the moments before it and at its end. */
      before: string
      after: string
    }
  /** An act of the record; `event` is its type, `says` what the record says of it, `name` who did it, null for the system. */
  | { type: 'event'; event: string; says: string; name: string | null; seq: number; moment: string | null }
  | { type: 'named'; name: string; by: string; moment: string }
  | { type: 'version'; n: number; by: string; href: string }
)

export interface DraftHistory {
  draft: { id: string; title: string }
  /** Newest first. */
  lines: HistoryLine[]
  /** Everything that is named, for choosing two moments to compare. */
  named: { name: string; moment: string }[]
  now: string
  /** Show what is older than this; null on the last page. */
  next: number | null
  /** True where a redaction removed what was before (history SPEC [H1]). */
  earlierRemoved: boolean
  mayWrite: boolean
  /** What sessions changed is not known yet: a long log is read for the first time since the server started. */
  counting: boolean
}

const linesPerPage = 40
/** A page waits so long for what was changed in a log that was never replayed; milliseconds. */
const countingPatience = 1_500

/**
 * Sessions of writing, acts of the record, named moments and versions of a draft, newest first and page by page.
 *
 * @param before shows what is older than this, in milliseconds since 1970, UTC.
 * @throws AppError `signed-out`, `not-found`.
 */
export async function draftHistory(
  deps: Deps,
  viewer: Viewer | null,
  { id, before }: { id: string; before?: number | undefined },
): Promise<DraftHistory> {
  const q = deps.store.read
  const { draft, thing } = await readableDraft(q, viewer, id)
  const { kind, generation } = draft
  const until = before ?? Number.MAX_SAFE_INTEGER
  const log = { draftId: id, kind, generation }
  const { sessions, lastSeq, counting } = await historiesOf(deps.store).sessions(log, countingPatience)
  const [events, moments, versions, entry] = await Promise.all([
    listEventsOf(q, { subject: `draft/${id}`, before: until, limit: linesPerPage + 1 }),
    listMoments(q, id),
    listVersionsOfDraft(q, id, until),
    findEntryById(q, draft.entryId),
  ])
  const present = moments.filter((moment) => moment.generation === generation)
  const shown = sessions.filter((session) => session.to < until).slice(-(linesPerPage + 1))
  const people = await listPeople(q, [...new Set(shown.flatMap((session) => session.people.map((p) => p.actorId)))])
  const nameOf = (actorId: string) => people.get(actorId)?.name ?? ''
  const lines: HistoryLine[] = [
    ...shown.map((session) => sessionLine(session, { kind, generation, nameOf })),
    ...events
      .filter(({ type }) => type !== 'draft.moment-named')
      .map(({ type: event, payload, seq, at, name }): HistoryLine => {
        const moment = typeof payload.docSeq === 'number' ? momentOf(payload, generation, payload.docSeq) : null
        return { type: 'event', event, says: describeEvent({ type: event, payload }), name, at, seq, moment }
      }),
    ...present
      .filter((moment) => moment.createdAt < until)
      .map((moment): HistoryLine => {
        return { type: 'named', name: moment.name, by: moment.by, at: moment.createdAt, moment: momentAddress(moment) }
      }),
    ...versions.map(({ n, at, name }): HistoryLine => {
      return { type: 'version', n, by: name, at, href: `/${kindPath[kind]}/${entry?.slug ?? ''}/v/${n}` }
    }),
  ]
  lines.sort((a, b) => b.at - a.at)
  const { page, next } = cut(lines)
  return {
    draft: { id, title: draft.title },
    lines: page,
    named: present.map((moment) => ({ name: moment.name, moment: momentAddress(moment) })),
    now: momentAddress({ generation, seq: lastSeq }),
    next,
    earlierRemoved: next === null && generation > 1,
    mayWrite: can(viewer, 'draft.write', thing),
    counting,
  }
}

/** One page of lines; what happened in the same millisecond as its last line stays on it. */
function cut(lines: HistoryLine[]): { page: HistoryLine[]; next: number | null } {
  const last = lines[linesPerPage - 1]
  const page = last ? lines.filter((line) => line.at >= last.at) : lines
  return { page, next: last && page.length < lines.length ? last.at : null }
}

/** The moment an event tells of, if the document is still the one it was. */
function momentOf(payload: Record<string, unknown>, present: number, seq: number): string | null {
  const { docGeneration } = payload
  const generation = typeof docGeneration === 'number' ? docGeneration : 1
  return generation === present ? momentAddress({ generation, seq }) : null
}

function sessionLine(
  { from, to, people, sections, fields, firstSeq, lastSeq }: Session,
  { kind, generation, nameOf }: { kind: EntryKind; generation: number; nameOf: (actorId: string) => string },
): HistoryLine {
  return {
    type: 'session',
    from,
    at: to,
    people: people.map(({ actorId, changes }) => ({ name: nameOf(actorId), changes })),
    changes: people.reduce((sum, person) => sum + person.changes, 0),
    sections: kinds[kind].sections.flatMap(({ id, label }) => {
      const touched = sections.find((section) => section.id === id)
      return touched ? [{ ...touched, label }] : []
    }),
    fields: fields.map((id) => fieldLabel(kind, id)),
    before: momentAddress({ generation, seq: firstSeq - 1 }),
    after: momentAddress({ generation, seq: lastSeq }),
  }
}

/** What people call a field, its title and its declared relations included. */
export function fieldLabel(kind: EntryKind, id: string): string {
  if (id === 'title') return 'Title'
  if (id === 'declarations') return 'Declared relations'
  return fieldDef(kind, id)?.label ?? id
}
