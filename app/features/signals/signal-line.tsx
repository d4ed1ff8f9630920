import { ArguedList } from '#app/features/bets/argued-list.tsx'
import { LineReport } from '#app/features/signals/line-report.tsx'
import { SignalStateMark } from '#app/features/signals/signal-state.tsx'
import { ThreadState } from '#app/features/threads/marks.tsx'
import { newThreadHref } from '#app/features/threads/thread-list.tsx'
import type { SignalLine as Line } from '#server/views/signals-page.ts'

/** One strategy in the ledger: its signal and its threshold, each with its panel and its hearing. */
export function SignalLine({ line }: { line: Line }) {
  const { slug, title, lever, state, people, changing } = line
  return (
    <li className="signal-line">
      <div className="signal-head">
        <h3>
          <a href={`/strategies/${slug}`}>{title}</a>
        </h3>
        <SignalStateMark state={state} />
      </div>
      <p className="eyebrow">
        {lever ? (
          <>
            <a href={`/levers/${lever.id}`}>{lever.name}</a> · {lever.pull} ·{' '}
          </>
        ) : null}
        {people === 0 ? 'nobody on the record' : `${people} on the record`}
      </p>
      <LineReport line={line} />
      <div className="signal-pair">
        <Half
          name="Falsification signal"
          panel={`/strategies/${slug}#falsification`}
          about={title}
          text={line.signal}
          reason={line.noSignalReason}
          hearing={line.hearing}
          begin={newThreadHref(
            { entry: `strategies/${slug}` },
            { place: 'section/falsification', kind: 'falsification' },
          )}
        />
        <Half
          name="Threshold"
          panel={`/strategies/${slug}#threshold`}
          about={title}
          text={line.threshold}
          reason={line.noThresholdReason}
          hearing={line.thresholdHearing}
          begin={newThreadHref({ entry: `strategies/${slug}` }, { place: 'section/threshold', kind: 'threshold' })}
        />
      </div>
      {changing.length > 0 ? (
        <div className="ui signal-changing">
          <ArguedList argued={changing} />
        </div>
      ) : null}
    </li>
  )
}

interface HalfProps {
  name: string
  panel: string
  /** Title of the strategy, for links that are read alone. */
  about: string
  text: string
  reason: string
  hearing: Line['hearing']
  begin: string
}

function Half({ name, panel, about, text, reason, hearing, begin }: HalfProps) {
  return (
    <div>
      <p className="signal-name">
        <a href={panel}>
          {name}
          <span className="visually-hidden"> of {about}</span>
        </a>
      </p>
      {text ? <p>{text}</p> : <p className="muted">{reason ? `None: ${reason}` : 'Nobody has written it yet.'}</p>}
      <p className="ui">
        {hearing ? (
          <>
            <a href={`/threads/${hearing.id}`}>{hearing.title}</a>{' '}
            <ThreadState state={hearing.state} outcome={hearing.outcome} />
          </>
        ) : (
          <a href={begin}>
            Open a hearing
            <span className="visually-hidden">
              : {name.toLowerCase()} of {about}
            </span>
          </a>
        )}
      </p>
    </div>
  )
}
