import { WatchControl } from '#app/features/watching/watch-control.tsx'
import type { Refusal } from '#app/http/refusals.ts'
import { completeness, missing } from '#domain/entries/completeness.ts'
import type { EntryContent } from '#domain/entries/kinds.ts'
import type { DraftPage } from '#server/views/draft-page.ts'
import { DraftMoves } from './draft-moves.tsx'
import { DraftPeople } from './draft-people.tsx'
import { ForksCard } from './forks-card.tsx'

export interface FormAnswer {
  refusal: Refusal | undefined
  typed: Partial<Record<string, string>>
}

/** Beside the text: who takes part, where it is argued, and what happens to it next. */
export function DraftSide({ page, content, answer }: { page: DraftPage; content: EntryContent; answer: FormAnswer }) {
  const { draft, threads, rights, openBallot, underVote, lastBallot, publishHref } = page
  const open = threads.reduce((sum, one) => sum + one.open, 0)
  const total = threads.reduce((sum, one) => sum + one.total, 0)
  const lacking = missing(completeness(content))
  return (
    <aside
      className="side draft-side"
      aria-label="About this draft"
      data-region="side"
      data-part="argue people"
      tabIndex={-1}
    >
      <div data-part="people">
        <DraftPeople page={page} answer={answer} />
      </div>
      <div className="card" data-part="argue">
        <h2>Threads</h2>
        <p>{total === 0 ? 'Nothing has been argued yet.' : `${open} open of ${total}.`}</p>
        <p>
          <a href={`/drafts/${draft.id}/threads`}>All threads of this draft</a> ·{' '}
          <a href={`/drafts/${draft.id}/review`}>Review</a>
        </p>
        <WatchControl watch={page.watch} />
        {rights.comment ? (
          <p>
            <a href={`/threads/new?${new URLSearchParams({ draft: draft.id, place: 'entry', kind: 'general' })}`}>
              Begin a thread
            </a>
          </p>
        ) : null}
      </div>
      <div data-part="argue">
        <ForksCard page={page} answer={answer} />
        <SuggestionsCard page={page} />
        <RelationsCard relations={page.relations} />
      </div>
      <div className="card" data-part="argue">
        <h2>Decision</h2>
        {openBallot ? (
          <p>
            <a href={`/ballots/${openBallot.id}`}>
              {openBallot.planned ? 'A ballot about this draft is planned' : 'A ballot about this draft is open'}
            </a>
          </p>
        ) : null}
        {underVote ? (
          <p>
            The draft differs from what is being voted on in{' '}
            {underVote.parts.length === 1 ? '1 part' : `${underVote.parts.length} parts`}: {underVote.parts.join(', ')}.{' '}
            {underVote.mayAmend ? (
              <a href={`/ballots/${underVote.ballotId}#amend`}>Put the change under vote</a>
            ) : (
              'The owner of the draft or a moderator may put that under vote.'
            )}
          </p>
        ) : null}
        {lastBallot ? (
          <p>
            <a href={`/ballots/${lastBallot}`}>The last ballot about this draft and its result</a>
          </p>
        ) : null}
        {publishHref ? (
          <p>
            <a className="button button-primary" href={publishHref}>
              Go to its publication
            </a>
          </p>
        ) : null}
        {page.variantHref ? (
          <p>
            <a href={page.variantHref}>Keep the text that was not adopted as a minority variant</a>
          </p>
        ) : null}
        {lacking.length > 0 ? (
          <p>
            To be published it still needs: {lacking.map((item) => item.label.toLowerCase()).join(', ')}. A ballot may
            be opened before.
          </p>
        ) : (
          <p>Complete enough to be published.</p>
        )}
        {rights.openBallot ? (
          <p>
            <a className="button button-primary" href={`/ballots/new?draft=${draft.id}`}>
              Open a ballot
            </a>
          </p>
        ) : null}
        <DraftMoves page={page} answer={answer} />
      </div>
      <p className="ui" data-part="people">
        <a href={`/drafts/${draft.id}/history`}>History of this draft</a> ·{' '}
        <a href={`/drafts/${draft.id}/authors`}>Who wrote what</a>
        {draft.kind === 'strategy' ? (
          <>
            {' '}
            · <a href={`/drafts/${draft.id}/coordinates`}>Coordinates by many</a>
          </>
        ) : null}
      </p>
    </aside>
  )
}

function SuggestionsCard({ page: { draft, suggestions, rights } }: { page: DraftPage }) {
  const open = suggestions.reduce((sum, one) => sum + one.open, 0)
  const all = `/drafts/${draft.id}/suggestions`
  return (
    <div className="card">
      <h2>Suggestions</h2>
      <p>
        {open === 0
          ? 'None waits for a decision.'
          : open === 1
            ? '1 waits for a decision.'
            : `${open} wait for a decision.`}
      </p>
      <p>
        <a href={all}>All suggestions</a>
        {rights.suggest ? (
          <>
            {' '}
            · <a href={`${all}/new`}>Suggest a wording</a>
          </>
        ) : null}
      </p>
    </div>
  )
}

function RelationsCard({ relations }: Pick<DraftPage, 'relations'>) {
  if (relations === null) return null
  const { waiting, href } = relations
  return (
    <div className="card">
      <h2>Relations</h2>
      <p>
        {waiting === 0
          ? 'Nothing that others declare to this entry waits for an answer.'
          : waiting === 1
            ? 'Another entry declares a relation to this one. Confirm or dispute it.'
            : `Others declare ${waiting} relations to this entry that wait for an answer.`}
      </p>
      <p>
        <a href={href}>Relations and who confirmed them</a>
      </p>
    </div>
  )
}
