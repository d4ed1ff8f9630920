import { useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'
import { useLive } from '#app/features/live/use-live.ts'

/** What two hundred phones need not hear of at once; the next look tells them. */
const quiet = [
  'workshop.joined',
  'workshop.left',
  'workshop.guest-renamed',
  'workshop.guest-waits',
  'workshop.let-in',
  'workshop.turned-away',
  'workshop.hum-answered',
  'workshop.advisory-given',
  'workshop.votes-entered',
  'candidate.reacted',
]

const lookEvery = 60_000
/** While people come in, or the text changes under their hands, of which nothing is told. */
const lookOften = 15_000

/**
 * Keeps a page of the room true: told of changes, looked at again now and then, after the phone slept or the network
 * came back, and when one is out of the room.
 */
export function useRoom(topics: readonly string[], often: boolean): void {
  const { revalidate } = useRevalidator()
  useLive(topics, quiet, true)
  useEffect(() => {
    const look = () => {
      if (navigator.onLine && document.visibilityState === 'visible') revalidate()
    }
    const timer = setInterval(look, often ? lookOften : lookEvery)
    window.addEventListener('online', look)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', look)
    }
  }, [revalidate, often])
}
