import * as Y from 'yjs'
import { kinds } from '../domain/entries/kinds.ts'
import type { Author } from '../domain/history/returned.ts'
import type { AuthoredField, AuthoredSection, AuthoredTextNode } from '../domain/history/shares.ts'
import type { Block } from '../domain/prose/tree.ts'
import { isBlank } from '../domain/prose/tree.ts'
import type { Attribution } from './attribution.ts'
import type { Authorship } from './authorship.ts'
import { fieldsRoot, sectionRoot } from './doc-shape.ts'
import { childrenOf, marksOf, readBlock } from './prose.ts'

/** The prose of every section that has words, each text node with its author. */
export function authoredSections({ doc, kind, authorship }: Attribution): AuthoredSection[] {
  const read = (text: Y.XmlText) => readAuthored(text, authorship)
  return kinds[kind].sections.flatMap(({ id, label }) => {
    const root = doc.get(sectionRoot(id), Y.XmlElement) as Y.XmlElement
    const blocks = childrenOf(root)
      .flatMap((child): Block[] => {
        const block = readBlock(child, read)
        return block ? [block] : []
      })
      .filter((block) => !isBlank([block]))
    return blocks.length > 0 ? [{ id, label, blocks }] : []
  })
}

/** Every key of the fields map with whoever set it last. */
export function authoredFields({ doc, authorship }: Attribution): AuthoredField[] {
  const fields: AuthoredField[] = []
  for (const [key, item] of doc.getMap(fieldsRoot)._map) {
    if (item.deleted) continue
    fields.push({ key, value: item.content.getContent().at(-1), by: authorship.ownerOf(item.lastId.client) })
  }
  return fields.sort((a, b) => (a.key < b.key ? -1 : 1))
}

function readAuthored(text: Y.XmlText, authorship: Authorship): AuthoredTextNode[] {
  const nodes: AuthoredTextNode[] = []
  let properties: unknown = null
  for (let item = text._start; item; item = item.right) {
    if (item.deleted) continue
    const { content } = item
    if (content instanceof Y.ContentFormat) {
      if (String(content.key) === 'p') properties = content.value
    } else if (content instanceof Y.ContentString) {
      let at = 0
      for (const { length, by } of authorship.textOf(item).runs) {
        append(nodes, content.str.slice(at, at + length), properties, by)
        at += length
      }
    }
  }
  return nodes
}

function append(nodes: AuthoredTextNode[], text: string, properties: unknown, by: Author): void {
  const marks = marksOf(properties)
  const last = nodes.at(-1)
  if (last && last.by === by && String(last.marks ?? '') === String(marks)) last.text += text
  else nodes.push(marks.length > 0 ? { type: 'text', text, marks, by } : { type: 'text', text, by })
}
