import { PlainText } from '#app/features/threads/plain-text.tsx'
import type { HiddenWords } from '#server/views/hidden-words.ts'

/** What stands in the place of hidden words; whoever may read them unfolds them. */
export function HiddenPlace({ hidden }: { hidden: HiddenWords }) {
  const { waits, reason, words, href } = hidden
  return (
    <div className="hidden-words">
      <p>
        <span aria-hidden="true">▧</span>{' '}
        {waits
          ? 'This waits until a moderator has looked at it, as the first posts of newcomers do.'
          : `Hidden by a moderator${reason ? `: ${reason.toLowerCase()}` : ''}.`}{' '}
        {href ? <a href={href}>The decision and what can be done</a> : null}
      </p>
      {words ? (
        <details className="unfold">
          <summary>What it says, for its author and the moderators</summary>
          <PlainText text={words} />
        </details>
      ) : null}
    </div>
  )
}
