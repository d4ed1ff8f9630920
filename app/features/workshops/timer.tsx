import { useServerTime } from '#app/features/workshops/use-server-time.ts'
import { remaining } from '#domain/workshops/clock.ts'
import type { RoomView } from '#server/views/workshop-room.ts'

const shortMs = 60_000

/** What is left of the present phase; over its time it counts on. */
export function Timer({ clock, className = 'room-timer' }: { clock: RoomView['clock']; className?: string }) {
  const now = useServerTime(clock.now)
  const left = remaining(clock, now)
  const paused = clock.pausedLeft !== null
  if (left === null) return <p className={className}>No limit</p>
  const over = left < 0
  return (
    <>
      <p
        className={`${className}${left < shortMs && !paused ? ' is-short' : ''}${over ? ' is-over' : ''}`}
        role="timer"
      >
        {over ? '+' : ''}
        {spell(over ? Math.floor(-left / 1000) : Math.ceil(left / 1000))}
        {over || paused ? <span className="room-timer-word">{paused ? 'paused' : 'over time'}</span> : null}
      </p>
      <p className="visually-hidden" aria-live="polite">
        {paused ? 'The clock is paused.' : announced(left)}
      </p>
    </>
  )
}

/** Minutes and seconds, as in `4:05`. */
export function spell(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** Said once each as the time runs: it stays the same between. */
function announced(left: number): string {
  if (left <= 0) return 'The time is up.'
  if (left <= 10_000) return 'Ten seconds left.'
  return left <= 60_000 ? 'One minute left.' : ''
}
