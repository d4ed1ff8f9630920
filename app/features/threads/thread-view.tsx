import { useSearchParams } from '@remix-run/react'
import { useEffect, useMemo } from 'react'
import { HelpLink } from '#app/components/help-link.tsx'
import { Time } from '#app/components/time.tsx'
import { AnchorView } from '#app/features/anchors/thread-anchor.tsx'
import { ThresholdBand } from '#app/features/bands/threshold-band.tsx'
import { Candidates } from '#app/features/candidates/candidates.tsx'
import { ChallengesHere } from '#app/features/challenges/challenge-lines.tsx'
import { useLive } from '#app/features/live/use-live.ts'
import { FlagLink } from '#app/features/moderation/flag-link.tsx'
import { HiddenPlace } from '#app/features/moderation/hidden-words.tsx'
import { Disputed } from '#app/features/relations/disputed.tsx'
import { HearingReports } from '#app/features/signals/hearing-reports.tsx'
import { useAnswer } from '#app/features/threads/answer.ts'
import { Argument } from '#app/features/threads/argument.tsx'
import { Composer } from '#app/features/threads/composer.tsx'
import { HearingHeader } from '#app/features/threads/hearing-header.tsx'
import type { SentPost } from '#app/features/threads/kept-text.ts'
import { forgetSent, keptKey, reasonKey, restateKey } from '#app/features/threads/kept-text.ts'
import { ThreadState } from '#app/features/threads/marks.tsx'
import { MergeForm } from '#app/features/threads/merge-form.tsx'
import { Objections } from '#app/features/threads/objections.tsx'
import { Cruxes } from '#app/features/threads/reactions.tsx'
import { Outcome, ReopenForm, ResolveForm } from '#app/features/threads/resolution.tsx'
import { RestateSide } from '#app/features/threads/restate-form.tsx'
import { SinceRead } from '#app/features/watching/since-read.tsx'
import { WatchControl } from '#app/features/watching/watch-control.tsx'
import { isHearing, threadKindLabels } from '#domain/threads/words.ts'
import type { ContributionView } from '#server/views/contribution-view.ts'
import type { ThreadPage } from '#server/views/thread-page.ts'

/** The page of one thread. @param actorId null for a signed-out reader. */
export function ThreadView({ page, actorId }: { page: ThreadPage; actorId: string | null }) {
  const { thread, may } = page
  const answer = useAnswer()
  const sent = useSent(page, actorId)
  useLive(actorId === null ? [] : page.topics)
  const showing = { id: thread.id, order: page.order, only: page.only, page: page.page }
  return (
    <div className="page thread-page">
      <ThreadHead page={page} />
      <SinceRead since={page.since} />
      <WatchControl watch={page.watch} />
      {page.hidden ? <HiddenPlace hidden={page.hidden} /> : null}
      {page.anchor ? <AnchorView anchor={page.anchor} /> : null}
      <ChallengesHere challenges={page.challenges} />
      {page.dispute ? <Disputed dispute={page.dispute} /> : null}
      <Outcome
        thread={thread}
        disputed={page.dispute !== null}
        candidates={page.candidates}
        mayConfirm={may.confirm}
        answer={answer}
      />
      {isHearing(thread.kind) ? (
        <HearingHeader
          key={thread.id}
          kind={thread.kind}
          header={thread.header}
          checks={page.checks}
          mayEdit={may.post}
          showing={showing}
          answer={answer}
        />
      ) : null}
      {page.band ? <ThresholdBand band={page.band} actorId={actorId} showing={showing} answer={answer} /> : null}
      {page.candidates ? (
        <Candidates
          page={page}
          candidates={page.candidates}
          actorId={actorId}
          showing={showing}
          sent={sent}
          answer={answer}
        />
      ) : null}
      {page.unreadable ? (
        <div className="notice">
          <p>
            The draft cannot be read at the moment, so the candidates for its words are not shown. They are kept; load
            the page again in a while.
          </p>
        </div>
      ) : null}
      <HearingReports reports={page.reports} mayPost={actorId !== null && may.post} answer={answer} />
      <Cruxes cruxes={page.cruxes} threadId={thread.id} />
      {page.contributions === 0 && page.groups.length === 0 ? (
        <p className="muted">
          Nobody has said anything yet. The first contribution sets the tone: one reason, plainly.
        </p>
      ) : (
        <Argument page={page} actorId={actorId} sent={sent} answer={answer} />
      )}
      <section className="composer" aria-labelledby="contribute">
        <h2 id="contribute">Contribute</h2>
        {actorId !== null && may.post ? (
          <>
            <p className="policy">{page.policy}</p>
            <Composer
              key={sent?.id ?? 'first'}
              types={page.types}
              replyTo={null}
              keep={keptKey(actorId, thread.id, null)}
              sent={sent}
              answer={answer}
            />
          </>
        ) : (
          <p className="why">{whyNot(page, actorId)}</p>
        )}
        {actorId !== null && page.restatable.length > 0 ? (
          <RestateSide
            key={`restate/${sent?.id}`}
            sides={page.restatable}
            keep={restateKey(actorId, thread.id, null)}
            sent={sent}
            answer={answer}
          />
        ) : null}
        {may.resolve ? <ResolveForm page={page} answer={answer} /> : null}
        {may.reopen ? <ReopenForm answer={answer} /> : null}
        {may.merge ? <MergeForm answer={answer} /> : null}
      </section>
      {page.subject.draftId !== null ? (
        <Objections objections={page.objections} mayRaise={page.mayObject} answer={answer} />
      ) : null}
    </div>
  )
}

function ThreadHead({ page: { thread, subject, contributions, minds, hidden, may } }: { page: ThreadPage }) {
  return (
    <header className="page-head">
      <p className="eyebrow">
        {subject.draftId !== null ? (
          <>
            <a href={`/drafts/${subject.draftId}`}>Draft: {subject.title}</a> ·{' '}
            <a href={`/drafts/${subject.draftId}/threads`}>all its threads</a>
          </>
        ) : subject.entryHref !== null ? (
          <a href={subject.entryHref}>{subject.title}</a>
        ) : (
          subject.title
        )}{' '}
        · {thread.placeLabel}
      </p>
      <div className="head-with-help">
        <h1>{thread.title}</h1>
        <HelpLink article="argue-in-a-thread" about="arguing in a thread" />
      </div>
      <p className="thread-line">
        <ThreadState state={thread.state} outcome={thread.outcome} />
        {thread.locked ? (
          <span className="state state-warn">
            <span aria-hidden="true">▧</span> Locked
          </span>
        ) : null}
        <span>{threadKindLabels[thread.kind]}</span>
        <span>
          opened by {thread.openedBy}, <Time at={thread.createdAt} only="date" />
        </span>
        <span>
          {contributions} {contributions === 1 ? 'contribution' : 'contributions'}
        </span>
        {minds > 0 ? <span>{minds === 1 ? '1 mind' : `${minds} minds`} changed here</span> : null}
        {contributions > 0 ? <a href={`/threads/${thread.id}/overview`}>Overview</a> : null}
        <FlagLink thing={`thread/${thread.id}`} may={may.flag && !thread.mine && hidden === null} what="this thread" />
      </p>
    </header>
  )
}

/** The post this address was loaded after; its kept words are forgotten. */
function useSent(page: ThreadPage, actorId: string | null): SentPost | null {
  const [search] = useSearchParams()
  const id = search.get('sent')
  const own = page.groups.flatMap(({ shown }) => shown).find((item) => item.id === id && item.mine)
  const at = page.thread.id
  const key = own === undefined || actorId === null ? null : keyOf(own, actorId, at)
  const sent = useMemo(() => (id !== null && key !== null ? { id, key } : null), [id, key])
  useEffect(() => {
    forgetSent(sent)
    // The form that had the focus is gone; the person goes on from what was posted.
    if (sent) document.getElementById(`c-${sent.id}`)?.focus()
  }, [sent])
  return sent
}

/** Where the words of a post were kept until it was sent. */
function keyOf({ restatement, candidate, replyTo }: ContributionView, actorId: string, threadId: string): string {
  if (restatement) return restateKey(actorId, threadId, restatement.of?.id ?? null)
  return candidate === null ? keptKey(actorId, threadId, replyTo) : reasonKey(actorId, threadId, candidate)
}

function whyNot({ thread, subject }: ThreadPage, actorId: string | null): string {
  if (thread.locked) return 'A moderator locked this thread. It stays readable, and nobody adds to it.'
  if (thread.state === 'resolved') return 'This thread is resolved. Whoever has something new may reopen it.'
  if (actorId === null) return 'Sign in to take part.'
  return subject.draftId === null
    ? 'Taking part needs the role of a contributor. A moderator can give it.'
    : 'You may read this draft but not comment on it. Its owner can make you a commenter.'
}
