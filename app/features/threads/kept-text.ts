import { useEffect, useState } from 'react'

/** Where the words of one unsent post are kept in this browser. Another account in it does not see them. */
export function keptKey(actorId: string, threadId: string, replyTo: string | null): string {
  return `folkmoot/unsent/${actorId}/${threadId}/${replyTo ?? 'top'}`
}

/** The same for a reason about a candidate. */
export function reasonKey(actorId: string, threadId: string, candidate: number): string {
  return keptKey(actorId, threadId, `candidate-${candidate}`)
}

/** The same for a restatement of one contribution, or of a side. */
export function restateKey(actorId: string, threadId: string, of: string | null): string {
  return keptKey(actorId, threadId, `restated-${of ?? 'side'}`)
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
  quietly(() => localStorage.removeItem(besides(sent.key)))
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
    quietly(() => (next === start ? localStorage.removeItem(key) : localStorage.setItem(key, next)))
  }
  return { text, restored, change }
}

export interface KeptFields {
  fields: Record<string, string>
  restored: boolean
  change(name: string, next: string): void
}

/** The same for what is typed besides the text of a post, by the names of its fields. */
export function useKeptFields(key: string, typed: Record<string, string>, sent: SentPost | null): KeptFields {
  const [fields, setFields] = useState(typed)
  const [restored, setRestored] = useState(false)
  const wasRefused = Object.keys(typed).length > 0
  useEffect(() => {
    forgetSent(sent)
    const kept = wasRefused ? null : quietly(() => JSON.parse(localStorage.getItem(besides(key)) ?? 'null'))
    if (!isTexts(kept)) return
    setFields(kept)
    setRestored(true)
  }, [key, sent, wasRefused])

  function change(name: string, next: string) {
    const all = { ...fields, [name]: next }
    setFields(all)
    const written = Object.fromEntries(Object.entries(all).filter(([, text]) => text !== ''))
    quietly(() =>
      Object.keys(written).length === 0
        ? localStorage.removeItem(besides(key))
        : localStorage.setItem(besides(key), JSON.stringify(written)),
    )
  }
  return { fields, restored, change }
}

function besides(key: string): string {
  return `${key}/besides`
}

function isTexts(kept: unknown): kept is Record<string, string> {
  return typeof kept === 'object' && kept !== null && Object.values(kept).every((one) => typeof one === 'string')
}

/** Storage may be switched off or full; then nothing is kept and nothing breaks. */
function quietly<T>(work: () => T): T | null {
  try {
    return work()
  } catch {
    return null
  }
}
