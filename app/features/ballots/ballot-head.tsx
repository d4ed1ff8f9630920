import { HelpLink } from '#app/components/help-link.tsx'
import { Time } from '#app/components/time.tsx'
import { BallotState } from '#app/features/ballots/ballot-state.tsx'
import { LastCallBanner } from '#app/features/ballots/last-call-banner.tsx'
import { Turnout } from '#app/features/ballots/turnout.tsx'
import { outcomeLabel } from '#domain/ballots/outcome-words.ts'
import { kinds } from '#domain/entries/kinds.ts'
import type { BallotPage } from '#server/views/ballot-page.ts'

/** What is decided, where it stands, and how many have voted. */
export function BallotHead({ page }: { page: BallotPage }) {
  const { entry, draft, state, known } = page
  return (
    <header className="page-head">
      <p className="eyebrow">
        Ballot · {kinds[entry.kind].label} · {entry.href ? <a href={entry.href}>{entry.title}</a> : entry.title}
        {draft?.href ? (
          <>
            {' '}
            · <a href={draft.href}>Draft</a>
          </>
        ) : null}
      </p>
      <div className="head-with-help">
        <h1 className="ballot-title">{page.question}</h1>
        <HelpLink article="how-decisions-are-made" about="how decisions are made" />
      </div>
      <p className="ballot-line">
        <BallotState
          state={state}
          result={known?.final ? known.outcome.result : null}
          label={known?.final ? outcomeLabel(known.outcome, page.subject, page.choice?.options) : null}
        />
        <Moment page={page} />
      </p>
      {page.closeReason ? (
        <p className="notice as-written">
          {state === 'void' ? '' : 'Closed early by a moderator: '}
          {page.closeReason}
        </p>
      ) : null}
      <LastCallBanner page={page} />
      {state === 'counting' ? (
        <p className="notice" role="status">
          The time is over and votes no longer count. Counting takes a few seconds;{' '}
          <a href={`/ballots/${page.id}`}>load the page again</a> if the result does not appear.
        </p>
      ) : null}
      {state === 'open' || state === 'counting' ? <Turnout page={page} /> : null}
      {page.mine.mayVote ? (
        <p className="actions">
          {page.mine.stale ? (
            <a className="button button-primary" href="#changed">
              Say whether your vote still holds
            </a>
          ) : (
            <a className={page.mine.castAt === null ? 'button button-primary' : 'button'} href="#vote">
              {page.mine.castAt === null ? 'Go to your vote' : 'Change your vote'}
            </a>
          )}
        </p>
      ) : null}
    </header>
  )
}

function Moment({ page: { state, opensAt, closesAt, closedAt } }: { page: BallotPage }) {
  if (closedAt !== null) {
    return (
      <span>
        {state === 'void' ? 'Void since' : 'Closed'} <Time at={closedAt} />
      </span>
    )
  }
  if (state === 'scheduled') {
    return (
      <span>
        Opens <Time at={opensAt} />, closes <Time at={closesAt} />
      </span>
    )
  }
  return (
    <span>
      {state === 'open' ? 'Closes' : 'Closed'} <Time at={closesAt} />
    </span>
  )
}
