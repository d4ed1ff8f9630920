import { useEffect, useRef, useState } from 'react'
import { CopyButton } from '#app/components/copy-button.tsx'
import { Time } from '#app/components/time.tsx'
import { showReceipt } from '#domain/ballots/receipt.ts'

interface ReceiptSlipProps {
  receipt: string
  castAt: number
  replacedEarlier: boolean
  /** Whether one may still vote otherwise. */
  open: boolean
}

/** The receipt, shown this once. */
export function ReceiptSlip({ receipt, castAt, replacedEarlier, open }: ReceiptSlipProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  const [scripted, setScripted] = useState(false)
  useEffect(() => {
    setScripted(true)
    heading.current?.focus()
  }, [])
  const words = showReceipt(receipt)
  return (
    <section className="card receipt-slip" aria-labelledby="receipt">
      <h3 id="receipt" ref={heading} tabIndex={-1}>
        Ballot recorded <Time at={castAt} />
      </h3>
      <p>Your receipt. It is shown only now, so write it down or copy it.</p>
      <p className="receipt-words">{words}</p>
      {scripted ? (
        <div className="actions no-print">
          <CopyButton text={words} />
          <button className="button" type="button" onClick={() => window.print()}>
            Print
          </button>
        </div>
      ) : null}
      <p>
        {replacedEarlier ? 'It replaces your earlier ballot, whose receipt now reads as replaced. ' : ''}
        {open ? 'You can change your vote until the ballot closes; you then get a new receipt.' : ''}
      </p>
      <ReceiptHonesty />
    </section>
  )
}

/** What receipts prove, and what they do not. */
export function ReceiptHonesty() {
  return (
    <p className="why">
      A receipt shows that your ballot is counted as cast. It does not hide your choice from someone who sees the
      receipt or looks over your shoulder, and it does not prove to others that the paper is yours.
    </p>
  )
}
