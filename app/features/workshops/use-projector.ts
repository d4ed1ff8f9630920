import { useEffect, useState } from 'react'
import { listenTo } from '#app/features/live/live-connection.ts'
import type { ProjectorView } from '#server/views/workshop-live.ts'

const askEveryMs = 10_000

/**
 * What the wall shows, asked for again on every change and now and then. Where the server cannot be reached the last
 * state stays, and `away` says so: nobody in the room can reload this page.
 */
export function useProjector(first: ProjectorView): { view: ProjectorView; away: boolean } {
  const [view, setView] = useState(first)
  const [away, setAway] = useState(false)
  const { id } = first.room
  const topics = view.topics.join('&')
  useEffect(() => {
    let stopped = false
    let asking = false
    let again = false
    /** One question at a time: what happens meanwhile asks once more. */
    async function ask() {
      again = asking
      if (asking) return
      asking = true
      await look()
      asking = false
      if (again && !stopped) void ask()
    }
    async function look() {
      try {
        const address = `/workshops/${id}/projector?_data=${encodeURIComponent('routes/workshops.$id.projector')}`
        const signal = AbortSignal.timeout(askEveryMs)
        // As a request of its own it does not outlast a network that is gone: the wall says so at once.
        const answer = await fetch(new Request(address, { headers: { Accept: 'application/json' }, signal }))
        if (!answer.ok || answer.headers.has('x-remix-redirect')) throw new Error(`answered ${answer.status}`)
        const fresh: ProjectorView = await answer.json()
        if (stopped) return
        setView(fresh)
        setAway(false)
      } catch {
        if (!stopped) setAway(true)
      }
    }
    const looking = setInterval(ask, askEveryMs)
    const stop = listenTo(topics.split('&'), ask)
    return () => {
      stopped = true
      clearInterval(looking)
      stop()
    }
  }, [id, topics])
  return { view, away }
}
