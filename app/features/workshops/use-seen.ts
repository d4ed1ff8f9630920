import { useFetcher } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import type { loader } from '#app/routes/workshops.$id.seen/route.tsx'
import type { SeenNow } from '#server/views/room-seen.ts'

/** A room where much is said at once is not looked at more often. Milliseconds. */
const lookEvery = 1_500

/**
 * What the room sees now, looked at again whenever the console's own data is new.
 *
 * @param changed anything that is another thing after each change.
 */
export function useSeen(workshopId: string, changed: unknown): SeenNow | undefined {
  const fetcher = useFetcher<typeof loader>()
  const { load } = fetcher
  const looked = useRef(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what changed says when to look, and nothing more
  useEffect(() => {
    const look = () => {
      looked.current = Date.now()
      load(`/workshops/${workshopId}/seen`)
    }
    const wait = setTimeout(look, Math.max(0, looked.current + lookEvery - Date.now()))
    return () => clearTimeout(wait)
  }, [workshopId, changed, load])
  return fetcher.data as SeenNow | undefined
}
