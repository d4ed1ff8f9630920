import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { CLEAR_DIFF_VERSIONS_COMMAND__EXPERIMENTAL } from '@lexical/yjs'
import { useEffect, useState } from 'react'
import { cleanPaste } from './clean-paste.ts'
import { keepToTree } from './nodes.ts'
import type { EditorSession } from './session-types.ts'
import { watch } from './watchdog.ts'

interface EditorUpkeepProps {
  session: EditorSession
  sectionId: string
  editable: boolean
  headings: boolean
  /** How many errors the editor has reported so far. */
  failures: number
}

/**
 * Loads the section from the document, keeps the editor within our prose tree, and looks now and then whether the
 * editor still shows what the document says; where it does not, or after an error, it is loaded again. Must follow
 * the collaboration plugin in the tree, whose command it uses.
 */
export function EditorUpkeep({ session, sectionId, editable, headings, failures }: EditorUpkeepProps) {
  const [editor] = useLexicalComposerContext()
  const [repaired, setRepaired] = useState(false)

  useEffect(() => {
    editor.dispatchCommand(CLEAR_DIFF_VERSIONS_COMMAND__EXPERIMENTAL, undefined)
  }, [editor])

  useEffect(() => keepToTree(editor, headings), [editor, headings])
  useEffect(() => cleanPaste(editor), [editor])
  useEffect(() => editor.setEditable(editable), [editor, editable])

  useEffect(() => {
    if (failures === 0) return
    const timer = setTimeout(() => {
      editor.dispatchCommand(CLEAR_DIFF_VERSIONS_COMMAND__EXPERIMENTAL, undefined)
      setRepaired(true)
    })
    return () => clearTimeout(timer)
  }, [editor, failures])

  useEffect(
    () =>
      watch({
        editor,
        meant: () => session.content().sections[sectionId] ?? [],
        onDocument: (listener) => session.subscribe('content', listener),
        differs() {
          session.report(sectionId)
          editor.dispatchCommand(CLEAR_DIFF_VERSIONS_COMMAND__EXPERIMENTAL, undefined)
          setRepaired(true)
        },
      }),
    [editor, session, sectionId],
  )

  return repaired ? (
    <p className="editor-note" role="status">
      This section was loaded again from the shared text. Look over what you wrote last.
    </p>
  ) : null
}
