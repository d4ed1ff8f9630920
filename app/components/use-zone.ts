import { useEffect, useState } from 'react'

/** The reader's own zone, as in `Europe/Lisbon`; null until scripts run, for the server does not know it. */
export function useZone(): string | null {
  const [zone, setZone] = useState<string | null>(null)
  useEffect(() => setZone(Intl.DateTimeFormat().resolvedOptions().timeZone), [])
  return zone
}
