import { useRevalidator } from '@remix-run/react'
import { useEffect, useState } from 'react'
import { useLive } from '#app/features/live/use-live.ts'

/** What two hundred phones need not hear of at once; the next look tells them. */
const quiet = ['workshop.joined', 'workshop.left', 'workshop.guest-renamed', 'candidate.reacted']

const lookEvery = 60_000
const lookInLobby = 15_000

/**
 * Keeps a page of the room true: told of changes, looked at again now and then and after the phone slept or the
 * network came back.
 *
 * @returns whether the network is there.
 */
export function useRoom(topics: readonly string[], waiting: boolean): boolean {
  const { revalidate } = useRevalidator()
  const [online, setOnline] = useState(true)
  useLive(topics, quiet)
  useEffect(() => {
    const look = () => {
      setOnline(navigator.onLine)
      if (navigator.onLine && document.visibilityState === 'visible') revalidate()
    }
    const timer = setInterval(look, waiting ? lookInLobby : lookEvery)
    for (const event of ['online', 'offline']) window.addEventListener(event, look)
    return () => {
      clearInterval(timer)
      for (const event of ['online', 'offline']) window.removeEventListener(event, look)
    }
  }, [revalidate, waiting])
  return online
}
