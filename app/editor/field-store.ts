import type { EntryContent } from '#domain/entries/kinds.ts'
import { fieldDef } from '#domain/entries/kinds.ts'
import type { PartName } from './document-changes.ts'

/** The latest change of a field. */
export interface FieldChange {
  by: 'own' | 'other'
  /** Null when it is not known who it was. */
  name: string | null
  /** It took back a change of one's own. */
  undone: boolean
  /** Milliseconds since 1970. */
  at: number
  /** What its keys said before; undefined for one that was not there. */
  before: Record<string, unknown>
}

/**
 * The structured values of a draft by key (`lever`, `tags/<tag>`, `vintages/<row id>`, `conflict/<slug>`). The
 * server renders from content; the live page has the same keys in the shared document.
 */
export interface FieldStore {
  get(key: string): unknown
  /** Members of a group as `[member, value]`, by member. */
  members(group: string): [string, unknown][]
  /** Sets values by key, all at once; undefined removes one. */
  set(changes: Record<string, unknown>): void
  subscribe(listener: () => void): () => void
  /** Moves with every change. */
  revision(): number
  /** @param part `title`, `field/<id>` or `declarations`. */
  lastChange(part: PartName): FieldChange | null
  /** Takes back this page's last change of any field, or makes it again. @returns the parts it touched. */
  undo(): PartName[]
  redo(): PartName[]
}

/** Values as the server last read them; they never change. */
export function staticFields(content: EntryContent): FieldStore {
  const values = new Map(entriesOf(content))
  return {
    get: (key) => values.get(key),
    members: (group) => membersOf([...values], group),
    set: () => undefined,
    subscribe: () => () => undefined,
    revision: () => 0,
    lastChange: () => null,
    undo: () => [],
    redo: () => [],
  }
}

export function membersOf(entries: readonly [string, unknown][], group: string): [string, unknown][] {
  const prefix = `${group}/`
  return entries
    .filter(([key]) => key.startsWith(prefix))
    .map(([key, value]): [string, unknown] => [key.slice(prefix.length), value])
    .sort(([a], [b]) => (a < b ? -1 : 1))
}

function entriesOf(content: EntryContent): [string, unknown][] {
  const fields = Object.entries(content.fields).flatMap(([id, value]): [string, unknown][] => {
    if (!Array.isArray(value)) return [[id, value]]
    if (fieldDef(content.kind, id)?.type === 'rows') {
      return value.map((row, i) => [`${id}/r${i + 1}`, { ...(typeof row === 'object' ? row : {}), order: i + 1 }])
    }
    return value.map((member) => [`${id}/${String(member)}`, true])
  })
  const relations = content.declarations.map(({ kind, to, rationale }): [string, unknown] => [
    `${kind}/${to}`,
    rationale,
  ])
  return [['title', content.title], ...fields, ...relations]
}
