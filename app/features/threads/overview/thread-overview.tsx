import { Time } from '#app/components/time.tsx'
import { ViewLinks } from '#app/components/view-links.tsx'
import { DroppedFilters } from '#app/features/reading/dropped-filters.tsx'
import { ThreadState } from '#app/features/threads/marks.tsx'
import { ArgumentMap } from '#app/features/threads/overview/argument-map.tsx'
import { ArgumentTable } from '#app/features/threads/overview/argument-table.tsx'
import { Outline } from '#app/features/threads/overview/outline.tsx'
import { threadKindLabels } from '#domain/threads/words.ts'
import type { OverviewShape, ThreadOverview } from '#server/views/thread-overview.ts'

const shapes: readonly { id: OverviewShape; label: string }[] = [
  { id: 'outline', label: 'Outline' },
  { id: 'map', label: 'Map' },
  { id: 'table', label: 'Table' },
]

/** A whole argument on one page, as outline, map or table. */
export function OverviewPage({ overview }: { overview: ThreadOverview }) {
  const { thread, contributions, minds, cruxes, shape, outline, map, table } = overview
  return (
    <div className="page argument-overview">
      <header className="page-head">
        <p className="eyebrow">
          <a href={`/threads/${thread.id}`}>← Back to the thread</a> · {overview.subject}
        </p>
        <h1>{thread.title}</h1>
        <p className="thread-line">
          <ThreadState state={thread.state} outcome={thread.outcome} />
          <span>{threadKindLabels[thread.kind]} at a glance</span>
          <span>
            {contributions} {contributions === 1 ? 'contribution' : 'contributions'}
          </span>
          {minds > 0 ? <span>{minds === 1 ? '1 mind' : `${minds} minds`} changed here</span> : null}
          {cruxes > 0 ? <span>{cruxes === 1 ? '1 crux' : `${cruxes} cruxes`}</span> : null}
          <span>
            as of <Time at={overview.at} />
          </span>
        </p>
      </header>
      <ViewLinks
        label="Shapes of the overview"
        views={shapes.map(({ id, label }) => ({
          href: `/threads/${thread.id}/overview${id === 'outline' ? '' : `?view=${id}`}`,
          label,
          here: id === shape,
        }))}
      />
      <DroppedFilters dropped={overview.dropped} />
      {contributions === 0 ? (
        <p className="muted">
          Nobody has said anything yet. <a href={`/threads/${thread.id}#contribute`}>Contribute to the thread</a>
        </p>
      ) : null}
      {outline ? <Outline threadId={thread.id} outline={outline} /> : null}
      {map && map.drawn > 0 ? <ArgumentMap thread={thread} map={map} /> : null}
      {map && map.drawn === 0 && contributions > 0 ? (
        <p className="muted">All that is said here is about candidates; the outline has it.</p>
      ) : null}
      {table && contributions > 0 ? <ArgumentTable threadId={thread.id} table={table} /> : null}
      {contributions > 0 && shape !== 'map' ? (
        <p className="view-links ui no-print">
          <a href={`/threads/${thread.id}/overview.csv`}>Download CSV</a>
        </p>
      ) : null}
    </div>
  )
}
