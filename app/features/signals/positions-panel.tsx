import { Time } from '#app/components/time.tsx'
import { Panel } from '#app/features/reading/panel.tsx'
import { PositionForm, WithdrawPosition } from '#app/features/signals/position-form.tsx'
import { PositionsList, WithdrawnList } from '#app/features/signals/positions-list.tsx'
import { Steady } from '#app/features/signals/steady.tsx'
import type { Answer } from '#app/features/threads/answer.ts'
import { answerTo } from '#app/features/threads/answer.ts'
import { memberPositionWords } from '#domain/signals/positions.ts'
import type { PositionsView } from '#server/views/positions-of.ts'

interface Props {
  slug: string
  positions: PositionsView
  signal: { id: string; version: number } | null
  signedIn: boolean
  answer: Answer | undefined
}

/** Where members stand on a strategy, what would move them, and one's own position. */
export function PositionsPanel({ slug, positions, signal, signedIn, answer }: Props) {
  const { total, counts, shown, more, former, mine, askedAt, may } = positions
  const stated = answerTo(answer, { intent: 'position' }) !== undefined
  const said = mine?.at ?? 'none'
  return (
    <Panel
      id="positions"
      title="Where members stand"
      count={total}
      why="Positions of people who write here, in their own words. People on the record are listed above, with their sources."
    >
      {askedAt === null ? null : (
        <div className="notice notice-warn">
          <p>
            <strong>The signal landed, and you hold this strategy.</strong> Since <Time at={askedAt} only="date" /> you
            are asked to withdraw, revise or re-affirm your position, with a reason.
          </p>
        </div>
      )}
      {total === 0 ? (
        <p className="nothing-yet">No member has said yet where they stand.</p>
      ) : (
        <>
          <p className="ui">
            {counts
              .filter(({ n }) => n > 0)
              .map(({ id, n }) => `${n} ${memberPositionWords[id].label.toLowerCase()}`)
              .join(' · ')}
          </p>
          <Movers positions={positions} />
          <PositionsList members={shown} mayRedact={may.redact} answer={answer} />
        </>
      )}
      {more > 0 ? (
        <p className="ui">
          <a href={`/signals/${slug}#positions`}>{more} more</a>
        </p>
      ) : null}
      <WithdrawnList members={former} mayRedact={may.redact} answer={answer} />
      <Steady of={said} offered={may.state} refused={stated}>
        <details className="unfold" open={stated || askedAt !== null}>
          <summary>{askedAt !== null ? 'Answer' : mine ? 'Change my position' : 'Say where you stand'}</summary>
          <PositionForm positions={positions} signal={signal} answer={answer} />
        </details>
      </Steady>
      <Steady
        of={said}
        offered={may.state && mine !== null}
        refused={answerTo(answer, { intent: 'withdraw-position' }) !== undefined}
      >
        <WithdrawPosition asked={askedAt !== null} answer={answer} />
      </Steady>
      {may.state ? null : (
        <p className="ui muted no-print">
          {signedIn ? 'Taking a position needs the account of a contributor.' : 'Members say here where they stand. '}
          {signedIn ? null : <a href={`/sign-in?next=/strategies/${slug}`}>Sign in</a>}
        </p>
      )}
    </Panel>
  )
}

/** What would move the most members: the thing most worth finding out. */
function Movers({ positions: { movers, total } }: { positions: PositionsView }) {
  if (movers.length === 0) {
    return <p className="ui muted">Nobody has said what would make them drop their position.</p>
  }
  return (
    <ul className="list-plain ui movers">
      {movers.map(({ signal, n }) => (
        <li key={signal?.version ?? 'own'}>
          <strong>
            {n} of {total}
          </strong>{' '}
          {signal === null
            ? 'name something of their own that would move them'
            : `would drop their position if ${
                signal.current ? 'the falsification signal' : `the signal as version ${signal.version} worded it`
              } landed`}
        </li>
      ))}
    </ul>
  )
}
