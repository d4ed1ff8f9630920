import { LexicalCollaboration } from '@lexical/react/LexicalCollaborationContext'
import { CollaborationPluginV2__EXPERIMENTAL } from '@lexical/react/LexicalCollaborationPlugin'
import { LexicalComposer } from '@lexical/react/LexicalComposer'
import { ContentEditable } from '@lexical/react/LexicalContentEditable'
import { LexicalErrorBoundary } from '@lexical/react/LexicalErrorBoundary'
import { LinkPlugin } from '@lexical/react/LexicalLinkPlugin'
import { ListPlugin } from '@lexical/react/LexicalListPlugin'
import { RichTextPlugin } from '@lexical/react/LexicalRichTextPlugin'
import { useEffect, useMemo, useRef, useState } from 'react'
import { sectionRoot } from '#collab/doc-shape.ts'
import { safeUrl } from '#domain/prose/safe-url.ts'
import { showMovedCarets } from './caret-labels.ts'
import { EditorBoundary } from './editor-boundary.tsx'
import { EditorUpkeep } from './editor-upkeep.tsx'
import { proseNodes } from './nodes.ts'
import { sectionProvider } from './section-provider.ts'
import type { EditorSession } from './session-types.ts'
import { Toolbar } from './toolbar.tsx'

interface SectionEditorProps {
  session: EditorSession
  sectionId: string
  label: string
  /** Shown while the section is empty. */
  prompt: string
  labelledBy: string
  editable: boolean
  headings: boolean
}

const theme = {
  text: { strikethrough: 'mark-strikethrough', code: 'mark-code' },
  collaboration: { cursor: 'caret', cursorName: 'caret-name' },
}

/**
 * One section of the shared document in an editor of its own. Mount it only when the document is complete: what an
 * editor types into a document that is still arriving would become a second paragraph.
 */
export function SectionEditor({
  session,
  sectionId,
  label,
  prompt,
  labelledBy,
  editable,
  headings,
}: SectionEditorProps) {
  const [carets, setCarets] = useState<HTMLElement | null>(null)
  const caretsRef = useRef<HTMLElement | null>(null)
  caretsRef.current = carets
  const [failure, setFailure] = useState<{ count: number }>({ count: 0 })
  const provider = useMemo(
    () => sectionProvider(session.provider, sectionId, { name: session.user.name, color: session.user.colour }),
    [session, sectionId],
  )
  useEffect(
    () => (carets ? showMovedCarets(carets, session.provider.awareness, sectionId) : undefined),
    [carets, session, sectionId],
  )
  const [config] = useState(() => ({
    namespace: 'folkmoot',
    nodes: proseNodes,
    editorState: null,
    editable: false,
    theme,
    onError: () => setFailure(({ count }) => ({ count: count + 1 })),
  }))

  return (
    <EditorBoundary session={session}>
      {/* Each editor has its own context: unmounting one would otherwise switch collaboration off for all. */}
      <LexicalCollaboration>
        <LexicalComposer initialConfig={config}>
          <Toolbar label={label} editable={editable} headings={headings} />
          <div className="editor-text prose">
            <RichTextPlugin
              contentEditable={
                <ContentEditable
                  className="editor-content"
                  data-words={sectionId}
                  aria-labelledby={labelledBy}
                  aria-placeholder={prompt}
                  placeholder={<p className="editor-placeholder">{prompt}</p>}
                />
              }
              ErrorBoundary={LexicalErrorBoundary}
            />
            <div className="editor-carets" aria-hidden="true" ref={setCarets} />
          </div>
          <ListPlugin />
          <LinkPlugin validateUrl={(url) => safeUrl(url) !== null} />
          {carets ? (
            <>
              <CollaborationPluginV2__EXPERIMENTAL
                id={`section-${sectionId}`}
                doc={session.doc}
                provider={provider}
                rootName={sectionRoot(sectionId)}
                username={session.user.name}
                cursorColor={session.user.colour}
                cursorsContainerRef={caretsRef}
              />
              <EditorUpkeep
                session={session}
                sectionId={sectionId}
                editable={editable}
                headings={headings}
                failures={failure.count}
              />
            </>
          ) : null}
        </LexicalComposer>
      </LexicalCollaboration>
    </EditorBoundary>
  )
}
