import { Time } from '#app/components/time.tsx'
import { ThreadState } from '#app/features/threads/marks.tsx'
import { threadKindLabels } from '#domain/threads/words.ts'
import type { ThreadSummary } from '#server/views/threads-of.ts'

/** Threads as a list, for any page about an entry or a draft. */
export function ThreadList({
  threads,
  showPlace = true,
}: {
  threads: readonly ThreadSummary[]
  /** Off where the list stands under the name of its place. */
  showPlace?: boolean
}) {
  return (
    <ul className="list-plain thread-list">
      {threads.map((thread) => (
        <li key={thread.id}>
          <a className="thread-link" href={`/threads/${thread.id}`}>
            {thread.title}
          </a>
          <p className="thread-line">
            <ThreadState state={thread.state} outcome={thread.outcome} />
            <span>{threadKindLabels[thread.kind]}</span>
            {showPlace ? <span>{thread.placeLabel}</span> : null}
            <span>
              {thread.contributions} {thread.contributions === 1 ? 'contribution' : 'contributions'}
            </span>
            <span>
              last change <Time at={thread.updatedAt} only="date" />
            </span>
          </p>
        </li>
      ))}
    </ul>
  )
}

/** Address of the form for a new thread, prefilled. */
export function newThreadHref(
  about: { draft: string } | { entry: string },
  {
    words,
    ...prefilled
  }: { place?: string; kind?: string; title?: string; words?: Record<string, string> | null } = {},
): string {
  const query = new URLSearchParams({ ...about, ...prefilled, ...words })
  return `/threads/new?${query}`
}
