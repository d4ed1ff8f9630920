import { useState } from 'react'

/**
 * What a form is about: what stood there when it was opened, however often the page is refreshed meanwhile. After a
 * refusal the person has seen what stands there now, and the next try starts from that.
 */
export function useStart<T>(present: T, refusal: unknown): T {
  const [start, setStart] = useState({ present, refusal })
  if (start.refusal !== refusal) {
    setStart({ present, refusal })
    return present
  }
  return start.present
}
