import { Time } from '#app/components/time.tsx'
import { DueMark } from '#app/features/moderation/case-marks.tsx'
import { QueueSection } from '#app/features/moderation/queue-section.tsx'
import { useCaseKeys } from '#app/features/moderation/use-case-keys.ts'
import { caseKindWords, thingKindWords } from '#domain/moderation/words.ts'
import type { QueuedCase } from '#server/views/case-queue.ts'

/** Cases and appeals that wait, those due first; `j` and `k` go through them, Enter opens one. */
export function CaseList({ cases }: { cases: readonly QueuedCase[] }) {
  useCaseKeys()
  return (
    <QueueSection
      id="cases"
      title="Flags, first posts and appeals"
      count={cases.length}
      empty="Nothing was flagged, and nobody’s first post waits."
      action={{ href: '/moderation/log', words: 'See what was decided' }}
    >
      {cases.length > 1 ? (
        <li className="queue-keys no-print">
          <kbd>j</kbd> and <kbd>k</kbd> go through the list, <kbd>Enter</kbd> opens a case.
        </li>
      ) : null}
      {cases.map((one) => (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a stop for going through the queue by keyboard
        <li key={one.id} className="queue-item case-row" data-case-row tabIndex={0}>
          <a href={`/moderation/cases/${one.id}`} data-case-open>
            {one.kind === 'appeal' ? 'Appeal' : caseKindWords[one.kind]}: {thingKindWords[one.thingKind].toLowerCase()}
          </a>
          <p className="case-marks">
            <DueMark due={one.due} />
            {one.voices > 0 ? <span>{one.voices === 1 ? '1 voice' : `${one.voices} voices`}</span> : null}
            <span className="muted">
              waits since <Time at={one.since} />
            </span>
            {one.holder ? <span>{one.holder.mine ? 'You have claimed it' : `${one.holder.name} has it`}</span> : null}
            {one.own ? <span className="muted">Your own matter: somebody else decides</span> : null}
          </p>
        </li>
      ))}
    </QueueSection>
  )
}
