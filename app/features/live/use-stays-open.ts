import { useState } from 'react'

/**
 * Whether a form is drawn: while it is asked for and may be sent, and then on for as long as it is asked for. What
 * somebody is typing must not vanish because others have ended the act meanwhile.
 */
export function useStaysOpen(asked: boolean, may: boolean): boolean {
  const [begun, setBegun] = useState(asked && may)
  const open = asked && (may || begun)
  if (open !== begun) setBegun(open)
  return open
}
