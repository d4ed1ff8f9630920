import * as Y from 'yjs'
import { fieldsRoot, readContent, sectionRoot } from '#collab/doc-shape.ts'
import type { EntryContent, EntryKind } from '#domain/entries/kinds.ts'
import { kinds } from '#domain/entries/kinds.ts'
import { plainText } from '#domain/prose/tree.ts'
import type { PartName } from '../document-changes.ts'
import { partOfKey } from '../document-changes.ts'
import { fieldWords, relationWords } from '../download-copy.ts'
import type { AsideText, TypedSince, Unsent } from './ledger.ts'

/** What of a document was not sent, as words: of each part all of it, or where it was replaced only what was typed. */
export function asideOf(
  doc: Y.Doc,
  kind: EntryKind,
  { why, at, notes }: { why: AsideText['why']; at: number; notes: readonly Omit<Unsent, 'changes'>[] },
): AsideText {
  const content = readContent(doc, kind)
  const parts =
    why === 'replaced'
      ? typedWords(
          doc,
          kind,
          notes.map(({ since }) => since),
        )
      : wordsOf(content, new Set(notes.flatMap((note) => note.parts)))
  return { title: content.title, at, why, parts }
}

/** The words of the parts in which something was not sent; of all parts where it is not known which. */
export function wordsOf(content: EntryContent, parts: ReadonlySet<PartName>): AsideText['parts'] {
  const { sections, fields } = kinds[content.kind]
  const wanted = (part: PartName) => parts.size === 0 || parts.has(part)
  const out: AsideText['parts'] = []
  if (wanted('title') && content.title !== '') out.push({ label: 'Title', text: content.title })
  for (const { id, label } of sections) {
    const text = plainText(content.sections[id] ?? [])
    if (wanted(`section/${id}`) && text !== '') out.push({ label, text })
  }
  for (const { id, label } of fields) {
    const value = content.fields[id]
    if (wanted(`field/${id}`) && value !== undefined) out.push({ label, text: fieldWords(value) })
  }
  if (wanted('declarations') && content.declarations.length > 0) {
    out.push({ label: 'Relations', text: content.declarations.map(relationWords).join('\n') })
  }
  return out
}

/** Kept text put aside as plain words of one file, for a person to take away. */
export function asideFile({ title, parts }: AsideText): string {
  return `${[title, ...parts.map(({ label, text }) => `${label}\n\n${text}`)].join('\n\n\n')}\n`
}

/**
 * Only what was typed and not sent: where a document was replaced, the words around it may be those that had to go.
 * A field counts as typed where its value was set.
 *
 * @param typed from which clock on each Yjs client's insertions were not sent.
 */
function typedWords(doc: Y.Doc, kind: EntryKind, typed: readonly TypedSince[]): AsideText['parts'] {
  const since = new Map<number, number>()
  for (const { client, clock } of typed) since.set(client, Math.min(clock, since.get(client) ?? clock))
  const sections = kinds[kind].sections.flatMap(({ id, label }) => {
    const text = runsIn(doc.get(sectionRoot(id), Y.XmlElement), since)
      .map((run) => run.trim())
      .filter((run) => run !== '')
      .join(' … ')
    return text === '' ? [] : [{ label, text }]
  })
  const set = [...doc.getMap(fieldsRoot)._map].filter(([, item]) => {
    const clock = since.get(item.id.client)
    return !item.deleted && clock !== undefined && item.id.clock >= clock
  })
  const fields = new Set<PartName>(set.map(([key]) => partOfKey(key)))
  return [...sections, ...(fields.size > 0 ? wordsOf(readContent(doc, kind), fields) : [])]
}

/** Stretches of text in reading order, each without anything in between that was there before. */
function runsIn(type: { _start: Y.Item | null }, since: ReadonlyMap<number, number>): string[] {
  const runs: string[] = []
  let open = false
  for (let item = type._start; item; item = item.right) {
    if (item.deleted) continue
    if (item.content instanceof Y.ContentType) {
      runs.push(...runsIn(item.content.type, since))
      open = false
    } else if (item.content instanceof Y.ContentString) {
      const from = since.get(item.id.client)
      const skip = from === undefined ? item.length : Math.min(item.length, Math.max(0, from - item.id.clock))
      const text = item.content.str.slice(skip)
      if (skip > 0) open = false
      if (text !== '' && open) runs.push((runs.pop() ?? '') + text)
      else if (text !== '') runs.push(text)
      open = text !== ''
    }
  }
  return runs
}
