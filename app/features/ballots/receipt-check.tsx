import { Form } from '@remix-run/react'
import { Field } from '#app/components/field.tsx'
import { paperWords } from '#app/features/ballots/paper-words.ts'
import { ReceiptHonesty } from '#app/features/ballots/receipt-slip.tsx'
import { showReceipt } from '#domain/ballots/receipt.ts'
import type { BallotPage } from '#server/views/ballot-page.ts'
import type { ReceiptCheck } from '#server/views/ballot-receipt.ts'

/** Finds a paper by its receipt. */
export function CheckReceipt({ check, typed, page }: { check: ReceiptCheck | null; typed: string; page: BallotPage }) {
  return (
    <section aria-labelledby="check">
      <h2 id="check">Check my receipt</h2>
      <Form method="get" action="#check" className="receipt-check" preventScrollReset>
        <Field name="receipt" label="Receipt" hint="Four words and a code, in any spelling.">
          {(control) => <input {...control} type="text" defaultValue={typed} autoComplete="off" spellCheck={false} />}
        </Field>
        <button className="button" type="submit">
          Check
        </button>
      </Form>
      {check ? <Answer check={check} page={page} /> : null}
      <ReceiptHonesty />
    </section>
  )
}

function Answer({ check, page }: { check: ReceiptCheck; page: BallotPage }) {
  const receipt = <code>{showReceipt(check.receipt)}</code>
  switch (check.found) {
    case 'none':
      return (
        <p className="notice notice-warn" role="status">
          No paper of this ballot has the receipt {receipt}. Check the words and the code.
        </p>
      )
    case 'in-the-box':
      return (
        <p className="notice notice-ok" role="status">
          The paper {receipt} is in the box. It is counted when the ballot closes.
        </p>
      )
    case 'replaced':
      return (
        <p className="notice" role="status">
          The paper {receipt} was replaced by a newer one of the same voter and does not count.
        </p>
      )
    case 'stale':
      return (
        <p className="notice notice-warn" role="status">
          The paper {receipt} was cast before the text was changed, and neither re-affirmed nor cast anew. It does not
          count.
        </p>
      )
    case 'counted':
      return (
        <p className="notice notice-ok" role="status">
          The paper {receipt} was counted as{' '}
          <strong>{check.choice ? paperWords(page, { choice: check.choice, marks: check.marks }) : ''}</strong>
          {check.reason ? `: ${check.reason}` : '.'}
        </p>
      )
  }
}
