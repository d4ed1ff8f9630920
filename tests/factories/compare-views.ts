import type * as Y from 'yjs'
import { showsElse } from '../../app/editor/watchdog.ts'
import { readContent } from '../../collab/doc-shape.ts'
import type { HeadlessSection } from './headless-section.ts'
import { headlessSection } from './headless-section.ts'

export interface Views {
  /** Editors that showed something else than an editor that opens the document now. */
  apart: number
  /** Those of them that the page's watchdog would not notice. */
  unnoticed: number
  /** Those of them that still did after the section was loaded again. */
  unmended: number
}

/** Compares what editors show with what their document says, and makes those anew that differ. */
export function compareViews(doc: Y.Doc, sections: ReadonlyMap<string, HeadlessSection>): Views {
  const views: Views = { apart: 0, unnoticed: 0, unmended: 0 }
  const content = readContent(doc, 'strategy')
  for (const [id, section] of sections) {
    section.editor.update(() => undefined, { discrete: true })
    const fresh = headlessSection(doc, id)
    const meant = shown(fresh)
    fresh.close()
    if (shown(section) === meant) continue
    views.apart += 1
    if (!showsElse(section.editor, content.sections[id] ?? [])) views.unnoticed += 1
    section.reload()
    if (shown(section) !== meant) views.unmended += 1
  }
  return views
}

/** Kept by each editor for itself: the direction of its text, and how the next text typed would look. */
const ownMatters = new Set(['direction', 'textFormat', 'textStyle'])

/**
 * What of an editor can be seen. Text that looks alike is one run, however many nodes hold it; a link or a list whose
 * words two people deleted at once stays in the document as an empty one, which an editor drops or not.
 */
function shown({ editor }: HeadlessSection): string {
  return JSON.stringify(editor.getEditorState(), (key, value) => {
    if (ownMatters.has(key)) return undefined
    return key === 'children' ? seen(value) : value
  })
}

interface Shown {
  type: string
  text?: string
  children?: readonly Shown[]
}

function seen(children: readonly Shown[]): Shown[] {
  const runs: Shown[] = []
  for (const child of children) {
    if (!canBeSeen(child)) continue
    const last = runs.at(-1)
    if (child.text === undefined || last?.text === undefined || !looksAlike(child, last)) runs.push({ ...child })
    else last.text += child.text
  }
  return runs
}

/** An empty paragraph takes its line; an empty link or list takes nothing. */
function canBeSeen({ type, text, children }: Shown): boolean {
  if (type === 'link' || type === 'list') return children?.some(canBeSeen) ?? false
  return text !== ''
}

function looksAlike(one: Shown, other: Shown): boolean {
  return JSON.stringify({ ...one, text: '' }) === JSON.stringify({ ...other, text: '' })
}
