import { useEffect, useState } from 'react'

/** Where the words of one unsent post are kept in this browser. Another account in it does not see them. */
export function keptKey(actorId: string, threadId: string, replyTo: string | null): string {
  return `folkmoot/unsent/${actorId}/${threadId}/${replyTo ?? 'top'}`
}

/** The same for a reason about a candidate. */
export function reasonKey(actorId: string, threadId: string, candidate: number): string {
  return keptKey(actorId, threadId, `candidate-${candidate}`)
}

/** A post that has just arrived, and where its words were kept. */
export interface SentPost {
  id: string
  key: string
}

/** Forgets the kept words of a post that has arrived; once only, for its address may be loaded again later. */
export function forgetSent(sent: SentPost | null): void {
  if (!sent) return
  const mark = `folkmoot/sent/${sent.id}`
  if (quietly(() => sessionStorage.getItem(mark))) return
  quietly(() => sessionStorage.setItem(mark, '1'))
  quietly(() => localStorage.removeItem(sent.key))
}

/**
 * Text that survives a closed page until it is sent.
 *
 * @param initial what the server gives back after a refusal; it comes before what is kept.
 * @param start what stands there to begin with; while nothing else is typed, nothing is kept.
 */
export function useKeptText(key: string, initial: string, sent: SentPost | null, start = '') {
  const [text, setText] = useState(initial || start)
  const [restored, setRestored] = useState(false)
  useEffect(() => {
    forgetSent(sent)
    const kept = initial === '' ? quietly(() => localStorage.getItem(key)) : null
    if (!kept) return
    setText(kept)
    setRestored(true)
  }, [key, initial, sent])

  function change(next: string) {
    setText(next)
    setRestored(false)
    quietly(() => (next === start ? localStorage.removeItem(key) : localStorage.setItem(key, next)))
  }
  return { text, restored, change }
}

/** Storage may be switched off or full; then nothing is kept and nothing breaks. */
function quietly<T>(work: () => T): T | null {
  try {
    return work()
  } catch {
    return null
  }
}
