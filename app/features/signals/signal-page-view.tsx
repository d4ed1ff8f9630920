import { Day } from '#app/components/day.tsx'
import { Time } from '#app/components/time.tsx'
import { PositionsList, WithdrawnList } from '#app/features/signals/positions-list.tsx'
import { ReportForm } from '#app/features/signals/report-form.tsx'
import { ReportView } from '#app/features/signals/report-view.tsx'
import { ReviewForm } from '#app/features/signals/review-form.tsx'
import { SignalBallotForm } from '#app/features/signals/signal-ballot-form.tsx'
import { SignalStateMark } from '#app/features/signals/signal-state.tsx'
import { Steady } from '#app/features/signals/steady.tsx'
import type { Answer } from '#app/features/threads/answer.ts'
import { answerTo } from '#app/features/threads/answer.ts'
import { PlainText } from '#app/features/threads/plain-text.tsx'
import { lineStateWords } from '#domain/signals/ledger.ts'
import { isOpenReport } from '#domain/signals/machine.ts'
import type { SignalPage } from '#server/views/signal-page.ts'

interface Props {
  page: SignalPage
  answer: Answer | undefined
  /** A review was kept just now. */
  reviewed: boolean
}

/** All of one strategy's signal: words, state, reports, reviews, and where members stand. */
export function SignalPageView({ page, answer, reviewed }: Props) {
  const { slug, title, signal, positions, now, noSignalReason } = page
  const { current, reports, earlier, may } = signal
  return (
    <div className="page page-narrow">
      <header className="page-head">
        <p className="eyebrow">
          <a href="/signals">Signals</a> · <a href={`/strategies/${slug}`}>{title}</a>
        </p>
        <h1>Falsification signal: {title}</h1>
      </header>
      {reviewed ? (
        <p className="notice notice-ok" role="status">
          The review is kept, and the next one is set.
        </p>
      ) : null}
      {current ? (
        <Current current={current} />
      ) : (
        <p className="nothing-yet">
          {noSignalReason
            ? `Its authors say why there is none: ${noSignalReason}`
            : 'Nobody has said yet what would end support for this strategy.'}{' '}
          <a href={`/drafts/new?entry=strategies/${slug}`}>Propose a revision</a>
        </p>
      )}
      <Steady
        of={current?.review?.at ?? 0}
        offered={current !== null && may.tend}
        refused={answerTo(answer, { intent: 'review' }) !== undefined}
      >
        <ReviewForm current={current} now={now} answer={answer} />
      </Steady>

      <section aria-labelledby="reports" className="panel">
        <h2 id="reports">
          Reports <span className="count">{reports.length}</span>
        </h2>
        {reports.length === 0 ? <p className="muted">Nobody has reported that it landed.</p> : null}
        {reports.map((report) => (
          <div key={report.id}>
            <ReportView report={report} />
            <Steady
              of={report.id}
              offered={may.tend && isOpenReport(report.state) && !report.ballots.some(({ state }) => state === 'open')}
              refused={answerTo(answer, { intent: 'ballot', reportId: report.id }) !== undefined}
            >
              <SignalBallotForm reportId={report.id} answer={answer} />
            </Steady>
          </div>
        ))}
        {current ? <WhyNoReport page={page} current={current} /> : null}
        <Steady
          of={current?.id ?? ''}
          offered={current !== null && current.state !== 'landed' && may.report}
          refused={answerTo(answer, { intent: 'report' }) !== undefined}
        >
          <ReportForm
            signalId={current?.id ?? ''}
            joins={current !== null && isOpenReport(current.state)}
            answer={answer}
          />
        </Steady>
      </section>

      <section aria-labelledby="positions" className="panel">
        <h2 id="positions">
          Where members stand <span className="count">{positions.total}</span>
        </h2>
        <PositionsList members={positions.shown} mayRedact={positions.may.redact} answer={answer} />
        <WithdrawnList members={positions.former} mayRedact={positions.may.redact} answer={answer} />
        <p className="ui">
          <a href={`/strategies/${slug}#positions`}>
            {positions.may.state ? 'Say where you stand, on the page of the strategy' : 'On the page of the strategy'}
          </a>
        </p>
      </section>

      {earlier.length > 0 ? (
        <section aria-labelledby="earlier" className="panel">
          <h2 id="earlier">
            Earlier wordings <span className="count">{earlier.length}</span>
          </h2>
          <ul className="list-plain">
            {earlier.map(({ version, words, state }) => (
              <li key={version}>
                <p className="ui">
                  <a href={`/strategies/${slug}/v/${version}`}>Version {version}</a> <SignalStateMark state={state} />
                </p>
                <blockquote className="signal-words">{words}</blockquote>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  )
}

function Current({ current }: { current: NonNullable<SignalPage['signal']['current']> }) {
  const { words, state, version, armedAt, reviewAt, due, bound, review } = current
  return (
    <>
      <blockquote className="signal-words lede">{words}</blockquote>
      <p className="ui">
        <SignalStateMark state={state} /> {lineStateWords[state].meaning}
      </p>
      <p className="ui muted">
        Armed with version {version}, <Time at={armedAt} only="date" />.{' '}
        {state === 'landed' ? null : (
          <>
            {due ? 'Due for review since' : 'To be looked at again on'} <Day at={reviewAt} />.
          </>
        )}{' '}
        {bound === null ? null : (
          <>
            {state === 'expired' ? 'It could have landed until' : 'It can land until'} <Day at={bound - 1} />.
          </>
        )}
      </p>
      {review ? (
        <div className="signal-review">
          <p className="ui">
            Last looked at by {review.by}, <Time at={review.at} only="date" />:
          </p>
          <PlainText text={review.note} />
        </div>
      ) : null}
    </>
  )
}

/** Why there is no form to report; nothing where there is one. */
function WhyNoReport({
  page: { signal, signedIn, slug },
  current,
}: Pick<Props, 'page'> & { current: NonNullable<SignalPage['signal']['current']> }) {
  if (current.state === 'landed') {
    return (
      <p className="ui muted">It landed by decision of a ballot. A version with other words arms another signal.</p>
    )
  }
  if (signal.may.report) return null
  return signedIn ? (
    <p className="ui muted">Your account may read, but not report.</p>
  ) : (
    <p>
      Seen it happen? Anybody with an account may report it.{' '}
      <a href={`/sign-in?next=/signals/${slug}`}>Sign in to report</a>
    </p>
  )
}
