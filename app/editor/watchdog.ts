import type { LexicalEditor } from 'lexical'
import { $getRoot } from 'lexical'
import type { Block, Inline, ListItem, Mark } from '#domain/prose/tree.ts'

/** Nothing must have changed for this long before the editor is compared with the document; milliseconds. */
const quiet = 1_500
/** And it is compared this often in any case; milliseconds. */
const patrol = 60_000

const bits: Record<Mark, number> = { bold: 1, italic: 2, strikethrough: 4, code: 16 }
const ourBits = 1 | 2 | 4 | 16

interface Watched {
  editor: LexicalEditor
  /** The section as the document has it. */
  meant(): readonly Block[]
  /** Is called after every change of the document. @returns a function that stops it. */
  onDocument(listener: () => void): () => void
  /** The editor shows something else than the document says. */
  differs(): void
}

/** Compares an editor with its document whenever both are quiet and the browser is idle. @returns what stops it. */
export function watch({ editor, meant, onDocument, differs }: Watched): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let idle: number | undefined
  const compare = () => {
    idle = undefined
    if (!editor.isComposing() && showsElse(editor, meant())) differs()
  }
  const later = () => {
    clearTimeout(timer)
    timer = setTimeout(whenIdle, quiet)
  }
  // Some browsers have no idle callback; they compare at once.
  const whenIdle = () => {
    if (typeof window.requestIdleCallback !== 'function') return compare()
    idle ??= window.requestIdleCallback(compare, { timeout: quiet })
  }
  const stops = [editor.registerUpdateListener(later), onDocument(later)]
  const regular = setInterval(whenIdle, patrol)
  return () => {
    clearTimeout(timer)
    clearInterval(regular)
    if (idle !== undefined) window.cancelIdleCallback(idle)
    for (const stop of stops) stop()
  }
}

/** Does an editor show other words, or other marks on them, than these blocks have? */
export function showsElse(editor: LexicalEditor, meant: readonly Block[]): boolean {
  return shownIn(editor) !== wordsAndMarks(meant)
}

/** Every word with its marks; blank space is left out, because editor and document count blank lines differently. */
export function wordsAndMarks(blocks: readonly Block[]): string {
  return joined(blocks.flatMap(runsOfBlock))
}

function shownIn(editor: LexicalEditor): string {
  return editor.read(() =>
    joined(
      $getRoot()
        .getAllTextNodes()
        .map((node): Run => [node.getFormat() & ourBits, node.getTextContent()]),
    ),
  )
}

type Run = [format: number, text: string]

function runsOfBlock(block: Block): Run[] {
  return block.type === 'list' ? block.items.flatMap(runsOfItem) : runsOf(block.children)
}

function runsOfItem({ children, list }: ListItem): Run[] {
  return [...runsOf(children), ...(list ? runsOfBlock(list) : [])]
}

function runsOf(children: readonly Inline[]): Run[] {
  return children.flatMap((node): Run[] => {
    if (node.type === 'break') return []
    if (node.type === 'link') return runsOf(node.children)
    return [[(node.marks ?? []).reduce((sum, mark) => sum | bits[mark], 0), node.text]]
  })
}

function joined(runs: readonly Run[]): string {
  let out = ''
  let last = -1
  for (const [format, text] of runs) {
    const words = text.replace(/\s+/g, '')
    if (words === '') continue
    out += format === last ? words : `\u0000${format}:${words}`
    last = format
  }
  return out.normalize('NFC')
}
