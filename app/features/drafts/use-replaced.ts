import { useRevalidator } from '@remix-run/react'
import { useCallback, useState } from 'react'
import { forgetPage } from '#app/features/device/keeping.ts'

/**
 * What a draft's page does when its document was replaced: nothing of the old text stays on the page or in what this
 * device keeps of it, and the person is told.
 *
 * @returns whether that happened and was not put away, what to call when it happens, and what puts it away.
 */
export function useReplaced(draftId: string): { isReplaced: boolean; onReplaced: () => void; dismiss: () => void } {
  const [isReplaced, setReplaced] = useState(false)
  const { revalidate } = useRevalidator()
  const onReplaced = useCallback(() => {
    setReplaced(true)
    forgetPage(`/drafts/${draftId}`)
    revalidate()
  }, [draftId, revalidate])
  return { isReplaced, onReplaced, dismiss: () => setReplaced(false) }
}
