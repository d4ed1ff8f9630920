import { useContext, useEffect, useState } from 'react'
import { isZone } from '#domain/text/zoned-time.ts'
import { ChosenZone } from './chosen-zone.ts'

/**
 * The reader's own zone, as in `Europe/Lisbon`: the one they chose, else the one of their device; null until scripts
 * run, for the server does not know that one.
 */
export function useZone(): string | null {
  const chosen = useContext(ChosenZone)
  const [device, setDevice] = useState<string | null>(null)
  useEffect(() => setDevice(Intl.DateTimeFormat().resolvedOptions().timeZone), [])
  return chosen !== null && isZone(chosen) ? chosen : device
}
