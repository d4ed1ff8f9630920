import type { Answer } from '#app/features/threads/answer.ts'
import { TakeBack } from '#app/features/threads/take-back.tsx'
import { stanceLabels } from '#domain/threads/reactions.ts'
import type { ContributionView } from '#server/views/contribution-view.ts'
import type { MindsView } from '#server/views/minds-of.ts'

interface ChangedMindsProps {
  item: Pick<ContributionView, 'id'>
  minds: MindsView
  answer: Answer | undefined
}

/** Whose mind a contribution changed, from what to what, by their own word. */
export function ChangedMinds({ item, minds: { n, named }, answer }: ChangedMindsProps) {
  return (
    <div className="minds">
      <p>
        <span aria-hidden="true">↷ </span>
        <strong>Changed {n === 1 ? '1 mind' : `${n} minds`}</strong>
      </p>
      <ul>
        {named.map((mind) => (
          <li key={mind.actorId}>
            {mind.name} from <em>{stanceLabels[mind.from].toLowerCase()}</em> to{' '}
            <em>{stanceLabels[mind.to].toLowerCase()}</em>
            {mind.words ? `: ${mind.words}` : null}
            {mind.mayTakeBack ? (
              <TakeBack intent="mind-back" contributionId={item.id} said={mind} answer={answer} />
            ) : null}
          </li>
        ))}
        {n > named.length ? <li>and {n - named.length} more</li> : null}
      </ul>
    </div>
  )
}
