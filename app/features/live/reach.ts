import { useSyncExternalStore } from 'react'
import { patientFetch } from '#app/features/live/patient-fetch.ts'

let waiting = 0
const listeners = new Set<() => void>()

function tell(): void {
  for (const listener of listeners) listener()
}

/** Lets every page of this tab outlast a network that is gone ({@link patientFetch}). Call it once, at the start. */
export function startOutlasting(): void {
  window.fetch = patientFetch(window.fetch.bind(window), {
    isOnline: () => navigator.onLine,
    pause: (ms, signal) =>
      new Promise((resolve) => {
        const end = () => {
          clearTimeout(timer)
          window.removeEventListener('online', end)
          signal.removeEventListener('abort', end)
          resolve()
        }
        const timer = setTimeout(end, ms)
        window.addEventListener('online', end)
        signal.addEventListener('abort', end)
      }),
    waiting: (change) => {
      waiting += change
      tell()
    },
  })
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  for (const event of ['online', 'offline']) window.addEventListener(event, listener)
  return () => {
    listeners.delete(listener)
    for (const event of ['online', 'offline']) window.removeEventListener(event, listener)
  }
}

/** Whether the site can be reached, as far as this tab knows. */
export function useReach(): boolean {
  return useSyncExternalStore(
    listen,
    () => waiting === 0 && navigator.onLine,
    () => true,
  )
}
