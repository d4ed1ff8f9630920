import { SignalStateMark } from '#app/features/signals/signal-state.tsx'
import type { SignalsPage } from '#server/views/signals-page.ts'

/** How many strategies stand under each state, those with none included, and what each state means. */
export function StateCounts({ states }: { states: SignalsPage['states'] }) {
  return (
    <dl className="signal-states">
      {states.map(({ id, meaning, n, href }) => (
        <div key={id} className={n === 0 ? 'signal-zero' : undefined}>
          <dt>
            <SignalStateMark state={id} />
          </dt>
          <dd className="signal-n">{n > 0 ? <a href={href}>{n}</a> : n}</dd>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  )
}
