import { useNavigation } from '@remix-run/react'
import { useState } from 'react'

const always = () => true

/**
 * The answer of the last action, kept while a page is loaded again by itself (`useLive`), which would drop it:
 * a receipt that is shown once must not vanish because somebody else voted. A form that was sent and ended without an
 * answer, as one that leads back to its own page, ends the answer before it.
 *
 * @param page what the answer belongs to; another page starts without one.
 * @param ends whether sending this form ends an earlier answer; always the same function.
 * @returns the answer, and a way to put it aside.
 */
export function useKeptAnswer<T>(
  page: string,
  answer: T | undefined,
  ends: (form: FormData) => boolean = always,
): [T | undefined, () => void] {
  const { formMethod, formData } = useNavigation()
  const sending = formMethod === 'POST' && formData !== undefined && ends(formData)
  const [kept, setKept] = useState({ page, answer, last: answer, sending, answered: false })
  const isNew = answer !== undefined && answer !== kept.last
  // A load by itself may drop the answer before the sending has ended: then there was one all the same.
  const ended = kept.sending && !sending && !kept.answered && answer === undefined
  if (isNew || ended || kept.page !== page) {
    setKept({ page, answer, last: answer ?? kept.last, sending, answered: isNew })
  } else if (kept.sending !== sending) setKept({ ...kept, sending, answered: false })
  return [kept.page === page ? kept.answer : answer, () => setKept({ ...kept, answer: undefined })]
}
