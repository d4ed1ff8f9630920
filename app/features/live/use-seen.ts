import { useNavigation } from '@remix-run/react'
import { useState } from 'react'

/** What a form shows and speaks of. */
interface Seen<T> {
  seen: T
  /** What the form spoke of when it was sent last, so that it can be said what changed; null before that. */
  before: T | null
  held: boolean
  /** Takes what there is now, and holds it. */
  hold(): void
}

/**
 * What a form is about, held still while others change it and the page loads itself again (`useLive`): nobody agrees
 * to what they have not seen. Once the form was sent, the page shows what there is now.
 *
 * @param intent of the form.
 * @param holds whether it is held without a call of `hold`: from its first showing, and again after it was sent.
 */
export function useSeen<T>(present: T, intent: string, holds: boolean): Seen<T> {
  const { formMethod, formData } = useNavigation()
  const sending = formMethod === 'POST' && formData?.get('intent') === intent
  const [kept, setKept] = useState({ seen: present, before: null as T | null, held: holds, sending })
  const seen = kept.held || kept.sending ? kept.seen : present
  if (sending && !kept.sending) setKept({ ...kept, seen, sending })
  if (!sending && kept.sending) setKept({ seen: present, before: kept.seen, held: holds, sending })
  return { seen, before: kept.before, held: kept.held, hold: () => setKept({ ...kept, seen: present, held: true }) }
}
