import { spell } from '#app/features/workshops/timer.tsx'
import type { WorkshopReplay } from '#server/views/workshop-replay.ts'

/** The phases with their times, each with a link to the text as it began and as it ended. */
export function ReplayPhases({ page }: { page: WorkshopReplay }) {
  const { visits, room, draft, text } = page
  const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: room.zone })
  return (
    <nav className="replay-phases" aria-label="Phases">
      <h2>Phases</h2>
      <ol>
        {visits.map(({ title, from, to, before, after }, i) => {
          const changes = after - before
          return (
            <li key={from} aria-current={i === text?.step.visit ? 'step' : undefined}>
              <a href={replayAddress(room.id, draft?.id ?? '', { visit: i, at: after })}>{title}</a>
              <span className="muted">
                {clock.format(from)}–{to === null ? 'now' : clock.format(to)}
                {to === null ? '' : ` · ${spell(Math.round((to - from) / 1000))} min`}
              </span>
              <span className="muted">
                {changes === 0
                  ? 'the text stayed as it was'
                  : changes === 1
                    ? '1 change to the text'
                    : `${changes} changes to the text`}
                {changes === 0 ? null : (
                  <>
                    {' · '}
                    <a href={replayAddress(room.id, draft?.id ?? '', { visit: i, at: before })}>
                      as it began<span className="visually-hidden">: {title}</span>
                    </a>
                  </>
                )}
              </span>
            </li>
          )
        })}
      </ol>
      <p className="muted">Times in {room.zone}.</p>
    </nav>
  )
}

/** The address of a step in a replay; phases are counted from 1 there. */
export function replayAddress(
  workshopId: string,
  draftId: string,
  { visit, at }: { visit: number; at: number },
): string {
  return `/workshops/${workshopId}/replay?draft=${draftId}&phase=${visit + 1}&at=${at}`
}
