import { $isLinkNode, TOGGLE_LINK_COMMAND } from '@lexical/link'
import {
  $isListNode,
  INSERT_ORDERED_LIST_COMMAND,
  INSERT_UNORDERED_LIST_COMMAND,
  ListNode,
  REMOVE_LIST_COMMAND,
} from '@lexical/list'
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { $createHeadingNode, $isHeadingNode } from '@lexical/rich-text'
import { $setBlocksType } from '@lexical/selection'
import { $findMatchingParent, $getNearestNodeOfType } from '@lexical/utils'
import type { LexicalEditor } from 'lexical'
import {
  $createParagraphNode,
  $getSelection,
  $isRangeSelection,
  CAN_REDO_COMMAND,
  CAN_UNDO_COMMAND,
  COMMAND_PRIORITY_LOW,
  FORMAT_TEXT_COMMAND,
  REDO_COMMAND,
  UNDO_COMMAND,
} from 'lexical'
import type { KeyboardEvent } from 'react'
import { useEffect, useState } from 'react'
import { LinkForm } from './link-form.tsx'

interface Here {
  bold: boolean
  italic: boolean
  link: string | null
  list: 'bullet' | 'number' | null
  heading: boolean
}

const nothing: Here = { bold: false, italic: false, link: null, list: null, heading: false }

interface Tool {
  id: string
  label: string
  glyph: string
  pressed?: boolean
  disabled?: boolean
  run: () => void
}

/** Marks, lists and undo of one section. One tab stop; arrow keys move inside. */
export function Toolbar({ label, editable, headings }: { label: string; editable: boolean; headings: boolean }) {
  const [editor] = useLexicalComposerContext()
  const { here, canUndo, canRedo } = useHere(editor)
  const [linking, setLinking] = useState(false)
  const [current, setCurrent] = useState(0)
  const list = (kind: 'bullet' | 'number') => {
    const insert = kind === 'bullet' ? INSERT_UNORDERED_LIST_COMMAND : INSERT_ORDERED_LIST_COMMAND
    editor.dispatchCommand(here.list === kind ? REMOVE_LIST_COMMAND : insert, undefined)
  }
  const tools: Tool[] = [
    {
      id: 'bold',
      label: 'Bold',
      glyph: 'B',
      pressed: here.bold,
      run: () => editor.dispatchCommand(FORMAT_TEXT_COMMAND, 'bold'),
    },
    {
      id: 'italic',
      label: 'Italic',
      glyph: 'I',
      pressed: here.italic,
      run: () => editor.dispatchCommand(FORMAT_TEXT_COMMAND, 'italic'),
    },
    { id: 'link', label: 'Link', glyph: 'Link', pressed: here.link !== null, run: () => setLinking(true) },
    {
      id: 'bullets',
      label: 'List with bullets',
      glyph: '• List',
      pressed: here.list === 'bullet',
      run: () => list('bullet'),
    },
    {
      id: 'numbers',
      label: 'List with numbers',
      glyph: '1. List',
      pressed: here.list === 'number',
      run: () => list('number'),
    },
    ...(headings
      ? [{ id: 'heading', label: 'Heading', glyph: 'Heading', pressed: here.heading, run: () => toggleHeading(editor) }]
      : []),
    {
      id: 'undo',
      label: 'Undo your last change in this section',
      glyph: 'Undo',
      disabled: !canUndo,
      run: () => editor.dispatchCommand(UNDO_COMMAND, undefined),
    },
    {
      id: 'redo',
      label: 'Redo',
      glyph: 'Redo',
      disabled: !canRedo,
      run: () => editor.dispatchCommand(REDO_COMMAND, undefined),
    },
  ]

  function move(event: KeyboardEvent<HTMLDivElement>) {
    const step = { ArrowRight: 1, ArrowLeft: -1, Home: -current, End: tools.length - 1 - current }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const next = (current + step + tools.length) % tools.length
    setCurrent(next)
    event.currentTarget.querySelectorAll('button')[next]?.focus()
  }

  return (
    <div className="editor-tools">
      <div className="editor-toolbar" role="toolbar" aria-label={`Formatting: ${label}`} onKeyDown={move}>
        {tools.map((tool, i) => (
          <button
            key={tool.id}
            type="button"
            className={`tool tool-${tool.id}`}
            aria-label={tool.label}
            title={tool.label}
            aria-pressed={tool.pressed}
            aria-disabled={!editable || tool.disabled ? true : undefined}
            tabIndex={i === current ? 0 : -1}
            onFocus={() => setCurrent(i)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => {
              if (editable && !tool.disabled) tool.run()
            }}
          >
            {tool.glyph}
          </button>
        ))}
      </div>
      {linking ? (
        <LinkForm
          current={here.link}
          onApply={(url) => {
            editor.dispatchCommand(TOGGLE_LINK_COMMAND, url)
            setLinking(false)
            editor.focus()
          }}
          onClose={() => {
            setLinking(false)
            editor.focus()
          }}
        />
      ) : null}
    </div>
  )
}

function useHere(editor: LexicalEditor) {
  const [here, setHere] = useState(nothing)
  const [canUndo, setCanUndo] = useState(false)
  const [canRedo, setCanRedo] = useState(false)
  useEffect(() => {
    const stops = [
      editor.registerUpdateListener(({ editorState }) => {
        const is = editorState.read($here)
        setHere((was) => (JSON.stringify(was) === JSON.stringify(is) ? was : is))
      }),
      editor.registerCommand(CAN_UNDO_COMMAND, told(setCanUndo), COMMAND_PRIORITY_LOW),
      editor.registerCommand(CAN_REDO_COMMAND, told(setCanRedo), COMMAND_PRIORITY_LOW),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }, [editor])
  return { here, canUndo, canRedo }
}

/** Hears a command without keeping it from others. */
function told(set: (can: boolean) => void): (can: boolean) => false {
  return (can) => {
    set(can)
    return false
  }
}

function $here(): Here {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return nothing
  const node = selection.anchor.getNode()
  const list = $getNearestNodeOfType(node, ListNode)
  const link = $findMatchingParent(node, $isLinkNode)
  const type = $isListNode(list) ? list.getListType() : null
  return {
    bold: selection.hasFormat('bold'),
    italic: selection.hasFormat('italic'),
    link: link ? link.getURL() : null,
    list: type === 'bullet' || type === 'number' ? type : null,
    heading: $findMatchingParent(node, $isHeadingNode) !== null,
  }
}

function toggleHeading(editor: LexicalEditor): void {
  editor.update(() => {
    const selection = $getSelection()
    if (!$isRangeSelection(selection)) return
    const inHeading = $findMatchingParent(selection.anchor.getNode(), $isHeadingNode) !== null
    $setBlocksType(selection, () => (inHeading ? $createParagraphNode() : $createHeadingNode('h3')))
  })
}
