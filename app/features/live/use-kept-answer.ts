import { useState } from 'react'

/**
 * The answer of the last action, kept while a page is loaded again by itself (`useLive`), which would drop it:
 * a receipt that is shown once must not vanish because somebody else voted.
 *
 * @param page what the answer belongs to; another page starts without one.
 * @returns the answer, and a way to put it aside.
 */
export function useKeptAnswer<T>(page: string, answer: T | undefined): [T | undefined, () => void] {
  const [kept, setKept] = useState({ page, answer, last: answer })
  const isNew = answer !== undefined && answer !== kept.last
  if (isNew || kept.page !== page) setKept({ page, answer, last: answer })
  return [kept.page === page ? kept.answer : answer, () => setKept({ ...kept, answer: undefined })]
}
