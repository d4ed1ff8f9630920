import { useRevalidator } from '@remix-run/react'
import { useEffect, useRef } from 'react'

/** Loads the page's data again every few seconds while somebody looks at it. */
export function useRefresh(milliseconds: number): void {
  const { revalidate } = useRevalidator()
  const latest = useRef(revalidate)
  latest.current = revalidate
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') latest.current()
    }, milliseconds)
    return () => clearInterval(timer)
  }, [milliseconds])
}
