import { useRevalidator } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { listenTo } from '#app/features/live/live-connection.ts'

const none: readonly string[] = []

/**
 * Loads the page's data again when something happens to a topic (`thread/<id>`, `draft/<id>`, `ballot/<id>`,
 * `entry/<id>`). Signed-out pages run no script and have nothing to listen with.
 *
 * @param except event types that change nothing on this page, always the same ones.
 * @param whenOut whether to load it again when the reader hears of it no more.
 */
export function useLive(topics: readonly string[], except: readonly string[] = none, whenOut = false): void {
  const { revalidate, state } = useRevalidator()
  const again = useRef(false)
  const look = () => {
    // One look at a time: a slow server is not asked anew for what it is still answering.
    again.current = state === 'loading'
    if (!again.current) revalidate()
  }
  const latest = useRef(look)
  latest.current = look
  useEffect(() => {
    if (state === 'idle' && again.current) latest.current()
  }, [state])
  const key = [...topics].sort().join('&')
  useEffect(
    () => (key === '' ? undefined : listenTo(key.split('&'), () => latest.current(), { except, whenOut })),
    [key, except, whenOut],
  )
}
