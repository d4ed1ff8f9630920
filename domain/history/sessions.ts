import { compareWords } from '../compare/words.ts'

/** A pause longer than this ends a session, in milliseconds (history SPEC [H6]). */
export const sessionPause = 30 * 60_000

/** What one row of the log did. */
export interface RowFact {
  seq: number
  /** Milliseconds since 1970, UTC. */
  at: number
  actorId: string
  sections: Iterable<string>
  /** Ids of fields, `title` and `declarations` included. */
  fields: Iterable<string>
  /** Characters of prose. */
  inserted: number
  removed: number
}

export interface SessionPerson {
  actorId: string
  changes: number
  inserted: number
  removed: number
}

export interface Session {
  firstSeq: number
  lastSeq: number
  from: number
  to: number
  /** Who wrote most comes first. */
  people: SessionPerson[]
  /** Words that are there after it and were not before, and those that are gone. */
  sections: { id: string; added: number; removed: number }[]
  fields: string[]
}

interface Open {
  firstSeq: number
  lastSeq: number
  from: number
  to: number
  people: Map<string, SessionPerson>
  sections: Set<string>
  fields: Set<string>
}

/** Groups the rows of a log into sessions while they are replayed. */
export class SessionLog {
  private readonly closed: Session[] = []
  private open: Open | undefined
  private readonly texts = new Map<string, string>()
  private readonly textOf: (section: string) => string

  /** @param textOf the words of a section as of the row replayed last. */
  constructor(textOf: (section: string) => string) {
    this.textOf = textOf
  }

  /** What sections say before the first session. */
  begin(sections: readonly string[]): void {
    for (const id of sections) this.texts.set(id, this.textOf(id))
  }

  /** Call it before the row of this time is replayed. */
  next(at: number): void {
    if (!this.open || at - this.open.to <= sessionPause) return
    const session = this.summary(this.open)
    for (const { id } of session.sections) this.texts.set(id, this.textOf(id))
    this.closed.push(session)
    this.open = undefined
  }

  /** Call it after the row was replayed. */
  add({ seq, at, actorId, sections, fields, inserted, removed }: RowFact): void {
    this.open ??= {
      firstSeq: seq,
      lastSeq: seq,
      from: at,
      to: at,
      people: new Map(),
      sections: new Set(),
      fields: new Set(),
    }
    const { open } = this
    open.lastSeq = seq
    open.to = Math.max(open.to, at)
    for (const id of sections) open.sections.add(id)
    for (const id of fields) open.fields.add(id)
    const person = open.people.get(actorId) ?? { actorId, changes: 0, inserted: 0, removed: 0 }
    open.people.set(actorId, {
      actorId,
      changes: person.changes + 1,
      inserted: person.inserted + inserted,
      removed: person.removed + removed,
    })
  }

  /** All sessions so far, oldest first, the unfinished one included. */
  all(): Session[] {
    return this.open ? [...this.closed, this.summary(this.open)] : [...this.closed]
  }

  /** Everybody who wrote so far. */
  people(): Set<string> {
    return new Set(this.all().flatMap((session) => session.people.map((person) => person.actorId)))
  }

  private summary(open: Open): Session {
    return {
      firstSeq: open.firstSeq,
      lastSeq: open.lastSeq,
      from: open.from,
      to: open.to,
      people: [...open.people.values()].sort(
        (a, b) => b.inserted + b.removed - a.inserted - a.removed || b.changes - a.changes,
      ),
      sections: [...open.sections].map((id) => ({ id, ...countWords(this.texts.get(id) ?? '', this.textOf(id)) })),
      fields: [...open.fields],
    }
  }
}

/** How many words one text has that another has not, compared word by word. */
export function countWords(before: string, after: string): { added: number; removed: number } {
  const parts = compareWords(...apart(before, after))
  const count = (op: string) =>
    parts.reduce((sum, part) => (part.op === op ? sum + (part.text.match(word)?.length ?? 0) : sum), 0)
  return { added: count('added'), removed: count('removed') }
}

/** Where two long texts differ, from whole words to whole words: comparing what is alike would take most of the time. */
function apart(before: string, after: string): [string, string] {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start += 1
  let end = 0
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end += 1
  while (start > 0 && !/\s/.test(before[start - 1] ?? '')) start -= 1
  while (end > 0 && !/\s/.test(before[before.length - end] ?? '')) end -= 1
  return [before.slice(start, before.length - end), after.slice(start, after.length - end)]
}

const word = /[\p{L}\p{N}\p{M}_'’]+/gu
