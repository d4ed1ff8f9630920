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
  const ballotId = view.ballot?.id
  useEffect(() => {
    let stopped = false
    async function ask() {
      try {
        const address = `/workshops/${id}/projector?_data=${encodeURIComponent('routes/workshops.$id.projector')}`
        const answer = await fetch(address, { headers: { Accept: 'application/json' } })
        if (!answer.ok || answer.headers.has('x-remix-redirect')) throw new Error(`answered ${answer.status}`)
        const fresh: ProjectorView = await answer.json()
        if (stopped) return
        setView(fresh)
        setAway(false)
      } catch {
        if (!stopped) setAway(true)
      }
    }
    const asking = setInterval(ask, askEveryMs)
    // Of papers only the ballot itself tells.
    const topics = [`workshop/${id}`, ...(ballotId === undefined ? [] : [`ballot/${ballotId}`])]
    const stop = listenTo(topics, ask)
    return () => {
      stopped = true
      clearInterval(asking)
      stop()
    }
  }, [id, ballotId])
  return { view, away }
}
