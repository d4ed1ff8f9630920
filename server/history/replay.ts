import { setImmediate } from 'node:timers/promises'
import * as Y from 'yjs'
import { Attribution } from '../../collab/attribution.ts'
import { parseFieldKey, sectionRoot } from '../../collab/doc-shape.ts'
import { readProse } from '../../collab/prose.ts'
import { docClientOwners, listLogRows } from '../../db/queries/doc-log.ts'
import type { Q } from '../../db/store.ts'
import type { EntryKind } from '../../domain/entries/kinds.ts'
import { kinds } from '../../domain/entries/kinds.ts'
import { SessionLog } from '../../domain/history/sessions.ts'
import { plainText } from '../../domain/prose/tree.ts'

/** The document whose log is replayed. */
export interface Log {
  draftId: string
  kind: EntryKind
  generation: number
}

/** Rows read from the database at once. */
const page = 500
/** Work goes on this long before others get their turn, in milliseconds. */
const slice = 12

/**
 * Replays a log bit by bit, so that a long one holds up nobody.
 *
 * @param take does the work for one row.
 */
export async function forEachRow(
  q: Q,
  log: Log,
  { after, upTo }: { after: number; upTo: number },
  take: (row: Awaited<ReturnType<typeof listLogRows>>[number]) => void,
): Promise<void> {
  let done = after
  let since = performance.now()
  while (done < upTo) {
    const rows = await listLogRows(q, log, done, upTo, page)
    const last = rows.at(-1)
    if (!last) return
    for (const row of rows) {
      take(row)
      if (performance.now() - since < slice) continue
      await setImmediate()
      since = performance.now()
    }
    done = last.seq
  }
}

/** One document's history as far as it was replayed: who wrote what, and in which sessions. */
export class Replay {
  readonly log: Log
  readonly attribution: Attribution
  readonly sessions: SessionLog
  private readonly owners = new Map<number, string>()

  constructor(log: Log) {
    this.log = log
    this.attribution = new Attribution(log.kind, this.owners)
    this.sessions = new SessionLog((section) =>
      plainText(readProse(this.attribution.doc.get(sectionRoot(section), Y.XmlElement) as Y.XmlElement)),
    )
  }

  async advance(q: Q, upTo: number): Promise<void> {
    const { kind } = this.log
    for (const [client, actorId] of await docClientOwners(q, this.log)) this.owners.set(client, actorId)
    await forEachRow(q, this.log, { after: this.attribution.seq, upTo }, ({ bytes, seq, actorId, at }) => {
      this.sessions.next(at)
      const effect = this.attribution.apply({ seq, actorId, bytes })
      // The first row is what the draft began with.
      if (seq === 1) this.sessions.begin(kinds[kind].sections.map(({ id }) => id))
      else {
        const fields = [...effect.fields].flatMap((key) => fieldId(kind, key) ?? [])
        this.sessions.add({ ...effect, seq, at, actorId, fields })
      }
    })
  }
}

/** The field that a key of the document's map belongs to. */
export function fieldId(kind: EntryKind, key: string): string | undefined {
  const place = parseFieldKey(kind, key)
  if (!place) return undefined
  if (place.type === 'title') return 'title'
  return place.type === 'declaration' ? 'declarations' : place.field.id
}
