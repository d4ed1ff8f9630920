import { createHeadlessEditor } from '@lexical/headless'
import { LinkNode } from '@lexical/link'
import { ListItemNode, ListNode } from '@lexical/list'
import { HeadingNode, QuoteNode } from '@lexical/rich-text'
import type { Provider } from '@lexical/yjs'
import {
  createBindingV2__EXPERIMENTAL,
  syncLexicalUpdateToYjsV2__EXPERIMENTAL,
  syncYjsChangesToLexicalV2__EXPERIMENTAL,
  syncYjsStateToLexicalV2__EXPERIMENTAL,
} from '@lexical/yjs'
import type { LexicalEditor } from 'lexical'
import { SKIP_COLLAB_TAG } from 'lexical'
import * as Y from 'yjs'
import { keepCharactersWhole } from '../../app/editor/whole-characters.ts'
import { sectionRoot } from '../../collab/doc-shape.ts'

const noProvider: Provider = {
  awareness: {
    getLocalState: () => null,
    getStates: () => new Map(),
    setLocalState: () => undefined,
    setLocalStateField: () => undefined,
    on: () => undefined,
    off: () => undefined,
  },
  connect: () => undefined,
  disconnect: () => undefined,
  on: () => undefined,
  off: () => undefined,
}

export interface HeadlessSection {
  /** Origin of the transactions that the editor makes. */
  binding: unknown
  editor: LexicalEditor
  /** Errors of the editor; empty when all is well. */
  errors: Error[]
  /** Loads the section from the document again, as a page does that finds a difference. */
  reload(): void
  close(): void
}

/** The editor of one section without a page around it, bound to a document as in the browser. */
export function headlessSection(doc: Y.Doc, sectionId: string): HeadlessSection {
  keepCharactersWhole()
  const errors: Error[] = []
  const editor = createHeadlessEditor({
    nodes: [HeadingNode, QuoteNode, ListNode, ListItemNode, LinkNode],
    onError: (error) => errors.push(error),
  })
  const binding = createBindingV2__EXPERIMENTAL(editor, sectionId, doc, new Map([[sectionId, doc]]), {
    rootName: sectionRoot(sectionId),
  })
  const onEvents: Parameters<typeof binding.root.observeDeep>[0] = (events, transaction) => {
    if (transaction.origin === binding) return
    syncYjsChangesToLexicalV2__EXPERIMENTAL(
      binding,
      noProvider,
      events as Y.YEvent<Y.XmlElement | Y.XmlText>[],
      transaction,
      transaction.origin instanceof Y.UndoManager,
    )
  }
  binding.root.observeDeep(onEvents)
  const stop = editor.registerUpdateListener(
    ({ prevEditorState, editorState, dirtyElements, dirtyLeaves, normalizedNodes, tags }) => {
      if (tags.has(SKIP_COLLAB_TAG)) return
      syncLexicalUpdateToYjsV2__EXPERIMENTAL(
        binding,
        noProvider,
        prevEditorState,
        editorState,
        dirtyElements,
        dirtyLeaves,
        normalizedNodes,
        tags,
      )
    },
  )
  const reload = () => {
    syncYjsStateToLexicalV2__EXPERIMENTAL(binding, noProvider)
    editor.update(() => undefined, { discrete: true })
  }
  reload()
  return {
    binding,
    editor,
    errors,
    reload,
    close() {
      stop()
      binding.root.unobserveDeep(onEvents)
    },
  }
}
