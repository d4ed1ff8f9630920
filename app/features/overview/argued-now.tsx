import type { ReactNode } from 'react'
import { Time } from '#app/components/time.tsx'
import { stateLabels } from '#domain/drafts/moves.ts'
import type { Overview } from '#server/views/overview.ts'

/** Drafts, hearings and ballots that are going on. */
export function ArguedNow({ now }: { now: Overview['now'] }) {
  const { totals, drafts, hearings, ballots, member } = now
  return (
    <div className="now">
      <Column
        title="Under revision"
        total={totals.drafts}
        none="No draft is in progress."
        all={member ? { href: '/drafts', words: 'All drafts' } : { href: '/drafts/new', words: 'Propose a draft' }}
      >
        {drafts.map((draft) => (
          <li key={draft.id}>
            <a href={draft.href}>{draft.title}</a>
            <span className="now-line">{stateLabels[draft.state]}</span>
          </li>
        ))}
      </Column>
      <Column
        title="Open hearings"
        total={totals.hearings}
        none="No hearing is open on a published entry."
        all={{ href: '/strategies?signal=no', words: 'Strategies without a signal' }}
      >
        {hearings.map((hearing) => (
          <li key={hearing.id}>
            <a href={hearing.href}>{hearing.title}</a>
            <span className="now-line">{hearing.entry}</span>
          </li>
        ))}
      </Column>
      <Column
        title="Open ballots"
        total={totals.ballots}
        none="Nothing is under vote."
        all={member ? { href: '/ballots', words: 'All ballots' } : { href: '/record', words: 'What was decided' }}
      >
        {ballots.map((ballot) => (
          <li key={ballot.id}>
            <a href={ballot.href}>{ballot.title}</a>
            <span className="now-line">
              closes <Time at={ballot.closesAt} />
            </span>
          </li>
        ))}
      </Column>
    </div>
  )
}

interface ColumnProps {
  title: string
  total: number
  none: string
  all: { href: string; words: string }
  children: ReactNode[]
}

function Column({ title, total, none, all, children }: ColumnProps) {
  return (
    <section className="card">
      <h3>
        {title} <span className="count">{total}</span>
      </h3>
      {total === 0 ? <p>{none}</p> : <ul className="list-plain card-list">{children}</ul>}
      <p className="card-act">
        <a href={all.href}>{all.words}</a>
      </p>
    </section>
  )
}
