import { useLocation } from '@remix-run/react'
import { choiceOf, watchChoices, watchWords } from '#domain/notifications/watching.ts'
import type { Watch } from '#server/views/watch-of.ts'

/** How much of this page's thing its reader hears, and three more ways; nothing for who has no inbox. */
export function WatchControl({ watch }: { watch: Watch | null }) {
  const { pathname, search } = useLocation()
  if (!watch) return null
  const present = choiceOf(watch.volume)
  return (
    <details className="watch no-print">
      <summary>You hear: {watchWords[present].name.toLowerCase()}</summary>
      <form method="post" action="/watch">
        <input type="hidden" name="thing" value={watch.thing} />
        <input type="hidden" name="next" value={pathname + search} />
        {watchChoices.map((choice) => (
          <button
            key={choice}
            type="submit"
            name="volume"
            value={choice}
            className="watch-choice"
            aria-pressed={choice === present}
          >
            <strong>{watchWords[choice].name}</strong> <span className="muted">{watchWords[choice].means}</span>
          </button>
        ))}
      </form>
    </details>
  )
}
