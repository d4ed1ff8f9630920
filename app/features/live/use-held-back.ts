import { useState } from 'react'

interface Item {
  id: string
  mine: boolean
}

/**
 * Holds back what others add while somebody reads, so that the page does not jump. One's own is shown at once.
 *
 * @param page changes when another part is shown; then nothing is held back.
 * @param always an item that is shown in any case.
 */
export function useHeldBack(items: readonly Item[], page: string, always: string | null) {
  const [known, setKnown] = useState(() => ({ page, ids: new Set(items.map(({ id }) => id)) }))
  let { ids } = known
  if (known.page !== page) {
    ids = new Set(items.map(({ id }) => id))
    setKnown({ page, ids })
  }
  const held = items.filter(({ id, mine }) => !mine && id !== always && !ids.has(id)).map(({ id }) => id)
  return {
    /** Ids that wait to be shown, in the order of the page. */
    held,
    reveal: () => setKnown({ page, ids: new Set(items.map(({ id }) => id)) }),
  }
}
