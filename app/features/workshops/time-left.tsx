import { useEffect, useState } from 'react'
import { Time } from '#app/components/time.tsx'
import type { RoomPage } from '#server/views/room-page.ts'

/** Time that is left in a phase, by the server's clock. Without scripts it says when it ends. */
export function TimeLeft({ clock }: { clock: RoomPage['clock'] }) {
  const left = useLeft(clock)
  if (clock.pausedLeft !== null) return <p className="room-time">Paused, {words(clock.pausedLeft)} left</p>
  if (clock.endsAt === null) return null
  return (
    <p className={left !== null && left < 60_000 ? 'room-time room-time-short' : 'room-time'} role="timer">
      {left === null ? (
        <>
          Until <Time at={clock.endsAt} />
        </>
      ) : left > 0 ? (
        `${words(left)} left`
      ) : (
        'Time is up'
      )}
    </p>
  )
}

/** Null until the page runs its script. */
function useLeft({ endsAt, now }: RoomPage['clock']): number | null {
  const [left, setLeft] = useState<number | null>(null)
  useEffect(() => {
    if (endsAt === null) return setLeft(null)
    // The clock of a phone may be minutes off.
    const offset = now - Date.now()
    const tick = () => setLeft(Math.max(0, endsAt - (Date.now() + offset)))
    tick()
    const timer = setInterval(tick, 1_000)
    return () => clearInterval(timer)
  }, [endsAt, now])
  return left
}

function words(ms: number): string {
  const seconds = Math.ceil(ms / 1_000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
