import type { ReactNode } from 'react'
import { lazy, Suspense, useMemo } from 'react'
import { Prose } from '#app/components/prose.tsx'
import type { Connection } from '#app/editor/connection-state.ts'
import { isWritable } from '#app/editor/connection-state.ts'
import { staticFields } from '#app/editor/field-store.ts'
import { FieldControl } from '#app/editor/fields/field-control.tsx'
import { RelationsField } from '#app/editor/fields/relations-field.tsx'
import { TitleField } from '#app/editor/fields/title-field.tsx'
import { FieldsContext } from '#app/editor/fields/use-field.ts'
import { WritingHere } from '#app/editor/presence.tsx'
import type { Person } from '#app/editor/presence-state.ts'
import type { EditorSession } from '#app/editor/session-types.ts'
import { DraftWords } from '#app/features/anchors/draft-words.tsx'
import { PassageList } from '#app/features/anchors/passage-list.tsx'
import type { EntryContent, SectionDef } from '#domain/entries/kinds.ts'
import { fieldDef, sectionDef } from '#domain/entries/kinds.ts'
import { isBlank } from '#domain/prose/tree.ts'
import type { DraftPage } from '#server/views/draft-page.ts'
import { discussLink, suggestLink } from './discuss-link.ts'
import { draftLayout } from './draft-layout.ts'
import { FieldReading, RelationsReading } from './field-reading.tsx'
import { LengthMeter } from './length-meter.tsx'
import { SectionFrame } from './section-frame.tsx'
import { undoByKey } from './undo-by-key.ts'

const SectionEditor = lazy(async () => ({
  default: (await import('#app/editor/section-editor.tsx')).SectionEditor,
}))

interface DraftDocumentProps {
  page: DraftPage
  session: EditorSession | null
  connection: Connection
  people: Person[]
  /** The draft as it reads now. */
  content: EntryContent
}

/**
 * The draft's sections and fields. The server writes the text as last saved; once the document is complete the same
 * places hold editors. Whoever may not write keeps the plain text, which then follows the document.
 */
export function DraftDocument({ page, session, connection, people, content }: DraftDocumentProps) {
  const { draft, rights, options, pulls } = page
  const live = connection.loaded ? session : null
  const editable = isWritable(connection, rights.write)
  const saved = useMemo(() => staticFields(page.content), [page.content])
  const fields = useMemo(
    () => ({ store: live?.fields ?? saved, editable, options, pulls }),
    [live, saved, editable, options, pulls],
  )
  const ownSlug = page.entry.href.split('/').at(-1) ?? ''

  function part(name: string) {
    if (name === 'declarations') {
      return rights.write ? (
        <RelationsField key={name} ownSlug={ownSlug} />
      ) : (
        <RelationsReading key={name} content={content} options={options} />
      )
    }
    const id = name.slice(name.indexOf('/') + 1)
    const field = name.startsWith('field/') ? fieldDef(draft.kind, id) : undefined
    if (field) {
      if (isAnswered(id, content)) return null
      return rights.write ? (
        <FieldControl key={name} field={field} />
      ) : (
        <FieldReading key={name} field={field} content={content} options={options} pulls={pulls} />
      )
    }
    const section = name.startsWith('section/') ? sectionDef(draft.kind, id) : undefined
    return section ? (
      <SectionFrame
        key={name}
        section={section}
        presence={<WritingHere people={people} sectionId={id} />}
        authors={{ href: `/drafts/${draft.id}/authors#${id}`, words: 'Who wrote it' }}
        foot={
          <>
            {rights.write ? <LengthMeter section={section} blocks={content.sections[id] ?? []} /> : null}
            <PassageList passages={page.passages.filter((one) => one.section === id)} label={section.label} />
          </>
        }
        discuss={discussLink(page, section)}
        suggest={suggestLink(page, `section/${section.id}`)}
      >
        <SectionBody section={section} page={page} session={live} editable={editable} content={content} />
      </SectionFrame>
    ) : null
  }

  return (
    <FieldsContext.Provider value={fields}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it only hears keys that its own fields did not use */}
      <div
        className="draft-document"
        data-region="document"
        data-part="text fields"
        tabIndex={-1}
        onKeyDown={editable ? (event) => undoByKey(event, fields.store, draft.kind) : undefined}
      >
        {rights.write ? (
          <div data-part="text">
            <TitleField />
          </div>
        ) : null}
        {draftLayout(draft.kind).map(({ label, parts }) => (
          <div key={label} className="draft-group" data-part={tabsOf(parts)}>
            <h2>{label}</h2>
            {parts.map((name) => (isSection(name) ? part(name) : wrapped(name, part(name))))}
          </div>
        ))}
      </div>
      <DraftWords page={page} session={live} />
    </FieldsContext.Provider>
  )
}

/** A field with the mark by which a narrow page finds it. */
function wrapped(name: string, field: ReactNode) {
  return field ? (
    <div key={name} data-part="fields">
      {field}
    </div>
  ) : null
}

const isSection = (name: string) => name.startsWith('section/')

/** In which tabs of a narrow page a group stands. */
function tabsOf(parts: readonly string[]): string {
  const tabs = [parts.some(isSection) ? 'text' : '', parts.every(isSection) ? '' : 'fields']
  return tabs.join(' ').trim()
}

/** Sections that may stay empty when this field says why. */
const insteadOf: Record<string, string> = {
  'no-falsification-reason': 'falsification',
  'no-threshold-reason': 'threshold',
}

/** A reason for an empty section is asked for only while the section is empty, and shown as long as one stands. */
function isAnswered(fieldId: string, content: EntryContent): boolean {
  const section = insteadOf[fieldId]
  return section !== undefined && !isBlank(content.sections[section]) && content.fields[fieldId] === undefined
}

interface SectionBodyProps {
  section: SectionDef
  page: DraftPage
  session: EditorSession | null
  editable: boolean
  content: EntryContent
}

function SectionBody({ section, page, session, editable, content }: SectionBodyProps) {
  const blocks = content.sections[section.id] ?? []
  if (!page.rights.write) {
    return (
      <div className="editor-reading prose">
        {blocks.length === 0 ? (
          <p className="muted">Nothing written yet.</p>
        ) : (
          <div data-words={section.id}>
            <Prose blocks={blocks} />
          </div>
        )}
      </div>
    )
  }
  // The waiting text stands exactly where the editor will, so that nothing moves when it arrives.
  const waiting = (
    <div className="editor">
      <div className="editor-tools editor-tools-waiting" />
      <div className="editor-text prose">
        <div className="editor-content">
          {blocks.length === 0 ? (
            <p className="editor-placeholder-waiting">{section.prompt}</p>
          ) : (
            <Prose blocks={blocks} />
          )}
        </div>
      </div>
    </div>
  )
  if (!session) return waiting
  return (
    <Suspense fallback={waiting}>
      <div className="editor">
        <SectionEditor
          session={session}
          sectionId={section.id}
          label={section.label}
          prompt={section.prompt}
          labelledBy={`label-${section.id}`}
          editable={editable}
          headings={section.id === 'body'}
        />
      </div>
    </Suspense>
  )
}
