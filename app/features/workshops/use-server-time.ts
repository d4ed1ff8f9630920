import { useEffect, useState } from 'react'

/**
 * The server's time, going on every second: the difference to this machine's clock is taken when an answer arrives.
 *
 * @param said what the server said its time was, milliseconds since 1970; both renderings begin with it.
 */
export function useServerTime(said: number): number {
  const [now, setNow] = useState(said)
  useEffect(() => {
    const offset = said - Date.now()
    setNow(said)
    const ticking = setInterval(() => setNow(Date.now() + offset), 250)
    return () => clearInterval(ticking)
  }, [said])
  return now
}
