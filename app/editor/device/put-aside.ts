import { readContent } from '#collab/doc-shape.ts'
import { quietDocument } from '#collab/quiet-document.ts'
import type { EntryContent, EntryKind } from '#domain/entries/kinds.ts'
import { kinds } from '#domain/entries/kinds.ts'
import { plainText } from '#domain/prose/tree.ts'
import type { PartName } from '../document-changes.ts'
import { fieldWords, relationWords } from '../download-copy.ts'
import { openDeviceStore, removeStore } from './device-store.ts'
import type { AsideText, KeptStore, Ledger } from './ledger.ts'

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
 * Takes a kept document out of use. What was sent goes at once, because it may hold what was removed from the draft
 * for good reason; what was not sent is kept as readable words. Nothing is removed before the words are written.
 */
export async function putAside(ledger: Ledger, store: KeptStore, why: AsideText['why'], now: number): Promise<void> {
  if (store.unsent > 0) {
    const parts = new Set(ledger.unsentOf(store.name).flatMap(({ unsent }) => unsent.parts))
    const content = await readStore(store)
    if (content === null) return
    const text: AsideText = { title: content.title || store.title, at: now, why, parts: wordsOf(content, parts) }
    if (!ledger.noteAside(store.name, 'left', text)) return
  }
  await removeStore(ledger, store.name)
}

async function readStore({ name, kind }: { name: KeptStore['name']; kind: EntryKind }): Promise<EntryContent | null> {
  const doc = quietDocument()
  const store = await openDeviceStore(name, doc, () => undefined)
  const content = store ? readContent(doc, kind) : null
  store?.close()
  doc.destroy()
  return content
}
