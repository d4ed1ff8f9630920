import { useMemo } from 'react'
import { HelpLink } from '#app/components/help-link.tsx'
import { ConnectionBar } from '#app/editor/connection-bar.tsx'
import { Presence } from '#app/editor/presence.tsx'
import type { PresenceUser } from '#app/editor/presence-state.ts'
import { Readiness } from '#app/editor/readiness.tsx'
import {
  useAway,
  useConnection,
  useContent,
  usePeople,
  useReturnAsReader,
  useSession,
} from '#app/editor/use-session.ts'
import { NewVersion } from '#app/features/device/new-version.tsx'
import { useKeptPage } from '#app/features/device/use-kept-page.ts'
import { useLive } from '#app/features/live/use-live.ts'
import { completeness } from '#domain/entries/completeness.ts'
import { kinds } from '#domain/entries/kinds.ts'
import type { DraftPage } from '#server/views/draft-page.ts'
import { AwayNotice } from './away-notice.tsx'
import { DraftDocument } from './draft-document.tsx'
import type { FormAnswer } from './draft-side.tsx'
import { DraftSide } from './draft-side.tsx'
import { DraftStateMark } from './draft-state.tsx'
import { DraftTabs, useDraftTab } from './draft-tabs.tsx'
import { ForkOrigin } from './forks-card.tsx'
import { KeptAsideText } from './kept-aside.tsx'
import { ReplacedNotice } from './replaced-notice.tsx'
import { useRegions } from './use-regions.ts'
import { useReplaced } from './use-replaced.ts'

interface DraftEditorProps {
  page: DraftPage
  /** Null for a signed-out reader. */
  user: PresenceUser | null
  answer: FormAnswer
  /** The whole site is read only for a time. */
  frozen: boolean
}

/** What is written reaches the page through the document itself. */
const writing = ['draft.edited']

/** The three regions of a draft: outline and readiness, the text, and what is around it. */
export function DraftEditor({ page, user, answer, frozen }: DraftEditorProps) {
  const { draft, entry } = page
  const watching = user ? [`draft/${draft.id}`] : []
  useLive(watching, writing)
  const watcher = draft.deleted ? null : user
  const { isReplaced, onReplaced, dismiss } = useReplaced(draft.id)
  const { id: draftId, kind, title } = draft
  const session = useSession({ draftId, kind, title, user: watcher, mayWrite: page.rights.write }, onReplaced)
  const connection = useConnection(session)
  useReturnAsReader(session, connection, page.rights.write)
  const people = usePeople(session)
  const away = useAway(session)
  useKeptPage(draft.id, user?.id ?? null, connection)
  const content = useContent(session, connection.loaded, page.content)
  const items = useMemo(() => completeness(content), [content])
  const sectionLabels = useMemo(
    () => Object.fromEntries(kinds[draft.kind].sections.map(({ id, label }) => [id, label])),
    [draft.kind],
  )
  const [tab, setTab] = useDraftTab()
  useRegions()
  const behind = entry.currentVersion !== null && draft.baseVersion !== entry.currentVersion

  return (
    <div className="draft-parts" data-tab={tab ?? undefined}>
      <header className="draft-head">
        <p className="eyebrow">
          {entry.currentVersion === null ? (
            `Draft of a new ${kinds[draft.kind].label.toLowerCase()}`
          ) : (
            <>
              Draft of <a href={entry.href}>{entry.title}</a>
              {draft.baseVersion === null ? null : `, from version ${draft.baseVersion}`}
            </>
          )}{' '}
          <DraftStateMark state={draft.state} />
        </p>
        <div className="head-with-help">
          <h1>{content.title || 'Untitled draft'}</h1>
          <HelpLink article="write-in-a-draft" about="writing in a draft" />
        </div>
        <ForkOrigin draftId={draft.id} forks={page.forks} />
        {behind && draft.state !== 'published' ? (
          <p className="notice notice-warn">
            The entry has moved on to version {entry.currentVersion} since this draft began. It cannot be published as
            it is; <a href={entry.href}>read the current version</a> first.
          </p>
        ) : null}
        {draft.state === 'ballot-open' ? (
          <p className="notice">
            A ballot is open on a frozen copy of this text. You may go on writing; the ballot does not change until its
            text is amended, and then those who voted are asked again.
          </p>
        ) : null}
        <noscript>
          <p className="notice notice-warn">
            Writing together needs JavaScript. Below is the text as last saved; the forms beside it work.
          </p>
        </noscript>
      </header>
      <ConnectionBar
        session={session}
        connection={connection}
        readOnly={page.whyReadOnly}
        live={watcher !== null}
        frozen={frozen}
      />
      {watcher ? <NewVersion /> : null}
      {isReplaced ? <ReplacedNotice draftId={draft.id} onDismiss={dismiss} /> : null}
      {user && session && away ? (
        <AwayNotice
          notice={away}
          kind={draft.kind}
          draftId={draft.id}
          ownId={user.id}
          onDismiss={session.dismissAway}
        />
      ) : null}
      {user ? <KeptAsideText session={session} person={user.id} draftId={draft.id} /> : null}
      {user ? <Presence people={people} sectionLabels={sectionLabels} /> : null}
      <DraftTabs tab={tab} onTab={setTab} />
      <div className="draft-columns">
        <Readiness items={items} />
        <DraftDocument page={page} session={session} connection={connection} people={people} content={content} />
        <DraftSide page={page} content={content} answer={answer} />
      </div>
    </div>
  )
}
