import { Form } from '@remix-run/react'
import { useEffect, useState } from 'react'
import { Field, FormRefusal } from '#app/components/field.tsx'
import { Time, ZonedTime } from '#app/components/time.tsx'
import { MomentChoice } from '#app/features/ballots/moment-choice.tsx'
import type { BallotAnswer } from '#app/features/ballots/vote-panel.tsx'
import { refusedOf } from '#app/features/ballots/vote-panel.tsx'
import type { BallotPage } from '#server/views/ballot-page.ts'

type Plan = NonNullable<BallotPage['plan']>

/** What will happen with a planned ballot, and when; for who may, the ways to change or cancel it. */
export function PlanPanel({ page, plan, answer }: { page: BallotPage; plan: Plan; answer: BallotAnswer | undefined }) {
  const { opensAt, closesAt, openedBy, draft } = page
  return (
    <section aria-labelledby="plan">
      <h2 id="plan">What will happen, and when</h2>
      <ol className="plan-steps">
        <li>
          It opens by itself <Moment at={opensAt} zone={plan.zone} by={openedBy} />. Then the text is frozen as it
          stands at that moment, and with it who may vote
          {plan.electorate === 'members' ? ': all members as they are then' : ': those listed who still may vote'}.
        </li>
        <li>
          It closes by itself <Moment at={closesAt} zone={plan.zone} by={openedBy} />, and is counted.
        </li>
      </ol>
      <p>
        Until it opens the text may be changed
        {draft?.href ? (
          <>
            {' '}
            in <a href={draft.href}>the draft</a>
          </>
        ) : null}
        . It does not open while somebody has asked for time, or where the draft is deleted, decided otherwise, not
        complete enough to publish, or overtaken by another version. Then this ballot is void, and whoever planned it
        and the draft’s owner are told why.
      </p>
      {plan.refusal ? (
        <p className="notice notice-warn">
          <strong>As it stands, it could not open.</strong> {plan.refusal}
        </p>
      ) : null}
      {plan.mayChange ? (
        <>
          <Replan page={page} answer={answer} />
          <Cancel draftId={draft?.id ?? null} answer={answer} />
        </>
      ) : null}
    </section>
  )
}

/** A moment in the reader's zone, and in the organiser's where that is known. */
function Moment({ at, zone, by }: { at: number; zone: string | null; by: string }) {
  const [own, setOwn] = useState('UTC')
  useEffect(() => setOwn(Intl.DateTimeFormat().resolvedOptions().timeZone), [])
  return (
    <>
      <Time at={at} />
      {zone && zone !== own ? (
        <>
          {' '}
          (<ZonedTime at={at} zone={zone} /> where {by} is)
        </>
      ) : null}
    </>
  )
}

function Replan({ page, answer }: { page: BallotPage; answer: BallotAnswer | undefined }) {
  const refused = refusedOf(answer, 'replan')
  const refusal = refused?.refusal
  const typed = refused?.typed ?? {}
  const moment = (name: 'opens' | 'closes', legend: string, at: number) => (
    <MomentChoice
      name={name}
      legend={legend}
      label={name === 'opens' ? 'It opens' : 'It closes'}
      choices={[{ id: 'same', label: 'As planned' }]}
      usual="same"
      typed={{ [`${name}At`]: new Date(at).toISOString().slice(0, 16), ...typed }}
      refusal={refusal?.field === `${name}At` ? refusal : undefined}
    />
  )
  return (
    <details className="card" open={refused !== undefined}>
      <summary>Change its times</summary>
      <Form method="post">
        <FormRefusal refusal={refusal?.field ? undefined : refusal} />
        {moment('opens', 'Opening', page.opensAt)}
        {moment('closes', 'Closing', page.closesAt)}
        <input type="hidden" name="plannedOpensAt" value={page.opensAt} />
        <input type="hidden" name="plannedClosesAt" value={page.closesAt} />
        <p className="why">To change anything else, cancel it and plan it anew.</p>
        <button className="button" type="submit" name="intent" value="replan">
          Change its times
        </button>
      </Form>
    </details>
  )
}

function Cancel({ draftId, answer }: { draftId: string | null; answer: BallotAnswer | undefined }) {
  const refused = refusedOf(answer, 'cancel-plan')
  const refusal = refused?.refusal
  return (
    <details className="card" open={refused !== undefined}>
      <summary>Cancel it</summary>
      <Form method="post">
        <FormRefusal refusal={refusal?.field ? undefined : refusal} />
        <Field
          name="cancelReason"
          label="Reason"
          hint="Everyone sees it."
          refusal={refusal?.field === 'reason' ? { ...refusal, field: 'cancelReason' } : undefined}
        >
          {(control) => <textarea {...control} rows={2} required defaultValue={refused?.typed.cancelReason ?? ''} />}
        </Field>
        <div className="actions">
          <button className="button button-danger" type="submit" name="intent" value="cancel-plan">
            Cancel this ballot
          </button>
          {draftId ? <a href={`/ballots/new?draft=${draftId}`}>Plan another one afterwards</a> : null}
        </div>
      </Form>
    </details>
  )
}
