import { useEffect, useState } from 'react'

/** The address of this site, once scripts run; empty before, where a path alone is shown. */
export function useOrigin(): string {
  const [origin, setOrigin] = useState('')
  useEffect(() => setOrigin(window.location.origin), [])
  return origin
}
