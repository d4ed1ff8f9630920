import { OptionsResult } from '#app/features/ballots/options-result.tsx'
import { Requirements } from '#app/features/ballots/requirements.tsx'
import { ResultChart } from '#app/features/ballots/result-chart.tsx'
import { outcomeLabel, outcomeSentence } from '#domain/ballots/outcome-words.ts'
import type { BallotPage } from '#server/views/ballot-page.ts'

type Known = NonNullable<BallotPage['known']>

/** What was decided (or how it stands, where results are public), why, and what follows. */
export function Result({ page, known }: { page: BallotPage; known: Known }) {
  const { outcome, final } = known
  return (
    <section aria-labelledby="result">
      <h2 id="result">{final ? 'Result' : 'As it stands'}</h2>
      <p className="lede">
        {final
          ? outcomeSentence(outcome, page.subject, page.choice?.options)
          : `If it closed now: ${lowerFirst(outcomeLabel(outcome, page.subject, page.choice?.options))}.`}
      </p>
      {page.choice ? <OptionsResult outcome={outcome} choice={page.choice} /> : null}
      {page.rule.mark === null ? null : <ResultChart outcome={outcome} mark={page.rule.mark} subject={page.subject} />}
      {outcome.freshness ? <Freshness {...outcome.freshness} /> : null}
      <h3>What the rule asks</h3>
      <Requirements requirements={outcome.requirements} />
      {final ? <WhatFollows page={page} known={known} /> : null}
    </section>
  )
}

function lowerFirst(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1)
}

/** How the papers stand towards a text that was changed under vote. */
function Freshness({ fresh, reaffirmed, stale }: NonNullable<Known['outcome']['freshness']>) {
  return (
    <p>
      The text was changed under vote. Of the papers, {fresh} {fresh === 1 ? 'is' : 'are'} fresh, {reaffirmed}{' '}
      {reaffirmed === 1 ? 'was' : 'were'} re-affirmed, and {stale} {stale === 1 ? 'is' : 'are'} stale: cast before the
      change and not answered since, so not counted.
    </p>
  )
}

function WhatFollows({ page, known }: { page: BallotPage; known: Known }) {
  const { result } = known.outcome
  if (page.subject === 'report') return <SignalFollows result={result} slug={page.entry.slug} />
  if (page.choice?.options.some(({ draftId }) => draftId !== undefined)) return <ForksFollow page={page} />
  if (page.subject === 'options') {
    return (
      <p>
        {result === 'adopted'
          ? 'What was chosen changes no text by itself: it is carried out in a draft, with this ballot as its reason.'
          : 'Everything stays as it is.'}
      </p>
    )
  }
  if (page.subject === 'sense') {
    return <p>Nothing is decided. The draft can be written on, and a ballot that decides may follow.</p>
  }
  if (page.draft?.state === 'published') return <Published entry={page.entry} />
  const words = {
    adopted: page.objections.some(({ disposition }) => disposition === 'open')
      ? 'A moderator publishes the text once every objection has a disposition.'
      : 'Next, a moderator publishes the text as a new version.',
    blocked: 'The text waits until every open objection has a disposition; then a moderator may publish it.',
    rejected: 'The draft goes back to its owner. The published version stays as it is.',
    sensed: 'Nothing is decided.',
    'no-quorum': 'The draft goes back to its owner, who may open a new ballot. The published version stays as it is.',
  }[result]
  return (
    <p>
      {words}{' '}
      {page.publishHref && (result === 'adopted' || result === 'blocked') ? (
        <a href={page.publishHref}>Go to its publication</a>
      ) : null}
    </p>
  )
}

function Published({ entry }: { entry: BallotPage['entry'] }) {
  return (
    <p>
      The text was published
      {entry.href ? (
        <>
          {' '}
          in <a href={entry.href}>{entry.title}</a>
        </>
      ) : null}
      .
    </p>
  )
}

/** What follows for drafts that stood against each other. */
function ForksFollow({ page }: { page: BallotPage }) {
  if (page.takenFork === null) return <p>Everything stays as it is. The drafts went back to their owners.</p>
  if (page.takenFork === 'published') return <Published entry={page.entry} />
  return (
    <p>
      {page.takenFork === 'promoted'
        ? 'Next, a moderator publishes the text that was taken as a new version.'
        : 'The draft whose text was taken was not published.'}{' '}
      The other drafts went back to their owners.{' '}
      {page.publishHref ? <a href={page.publishHref}>Go to its publication</a> : null}
    </p>
  )
}

/** What follows for the signal that the question was about. */
function SignalFollows({ result, slug }: { result: Known['outcome']['result']; slug: string }) {
  const words =
    result === 'adopted'
      ? 'The signal landed. Everybody who held the strategy is asked to withdraw, revise or re-affirm, with a reason.'
      : result === 'rejected'
        ? 'The signal has not landed. Whoever has something new may report it again.'
        : 'Nothing is decided. The report stays, and another ballot may be opened.'
  return (
    <p>
      {words} <a href={`/signals/${slug}`}>Go to the signal</a>
    </p>
  )
}
