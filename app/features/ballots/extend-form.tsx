import { Form } from '@remix-run/react'
import { Field, FormRefusal } from '#app/components/field.tsx'
import { Time } from '#app/components/time.tsx'
import { MomentChoice } from '#app/features/ballots/moment-choice.tsx'
import { extendChoices } from '#app/features/ballots/read-moment.ts'
import type { BallotAnswer } from '#app/features/ballots/vote-panel.tsx'
import { refusedOf } from '#app/features/ballots/vote-panel.tsx'
import type { BallotPage } from '#server/views/ballot-page.ts'

/** For who opened the ballot, and for moderators: lets it close later, with a reason that everyone sees. */
export function ExtendForm({ page, answer }: { page: BallotPage; answer: BallotAnswer | undefined }) {
  const { closesAt, extensionsLeft } = page
  const refused = refusedOf(answer, 'extend')
  const refusal = refused?.refusal
  const typed = refused?.typed ?? {}
  if (extensionsLeft <= 0) {
    return <p className="why">This ballot was extended as often as a ballot can be.</p>
  }
  return (
    <details className="card" open={refusal !== undefined}>
      <summary>Extend</summary>
      <Form method="post">
        <FormRefusal refusal={refusal?.field ? undefined : refusal} />
        <p>
          Closes <Time at={closesAt} /> now. A closing time only moves later, and {extensionsLeft} more{' '}
          {extensionsLeft === 1 ? 'time' : 'times'} at most. Everybody who may vote is told.
        </p>
        <MomentChoice
          name="extends"
          legend="New closing time"
          label="Extend"
          choices={extendChoices}
          usual="1d"
          typed={typed}
          refusal={refusal?.field === 'closesAt' ? { ...refusal, field: 'extendsAt' } : undefined}
        />
        {/* A press counts from the closing time that its reader saw. */}
        <input type="hidden" name="closesAt" value={closesAt} />
        <Field
          name="extendReason"
          label="Why it stays open longer"
          hint="Everyone sees it, with both times."
          refusal={refusal?.field === 'reason' ? { ...refusal, field: 'extendReason' } : undefined}
        >
          {(control) => <textarea {...control} rows={2} defaultValue={typed.extendReason ?? ''} required />}
        </Field>
        <button className="button" type="submit" name="intent" value="extend">
          Extend the ballot
        </button>
      </Form>
    </details>
  )
}
