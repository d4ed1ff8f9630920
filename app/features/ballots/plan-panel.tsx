import { Form } from '@remix-run/react'
import { FormRefusal } from '#app/components/field.tsx'
import { Time, ZonedTime } from '#app/components/time.tsx'
import { useZone } from '#app/components/use-zone.ts'
import { MomentChoice } from '#app/features/ballots/moment-choice.tsx'
import { ReasonDetails } from '#app/features/ballots/reason-details.tsx'
import type { Answer } from '#app/features/threads/answer.ts'
import { answerTo } from '#app/features/threads/answer.ts'
import type { BallotPage } from '#server/views/ballot-page.ts'

type Plan = NonNullable<BallotPage['plan']>

/** What will happen with a planned ballot, and when; for who may, the ways to change or cancel it. */
export function PlanPanel({ page, plan, answer }: { page: BallotPage; plan: Plan; answer: Answer | undefined }) {
  const { opensAt, closesAt, openedBy, draft } = page
  // A choice between options that are no texts freezes none, also where it is about a draft.
  const freezes = draft !== null && page.choice === null
  const hasTexts = freezes || plan.drafts.length > 0
  return (
    <section aria-labelledby="plan">
      <h2 id="plan">What will happen, and when</h2>
      <ol className="plan-steps">
        <li>
          It opens by itself <Moment at={opensAt} zone={plan.zone} by={openedBy} />. Then{' '}
          {hasTexts
            ? 'each text is frozen as it stands at that moment, and with it who may vote'
            : 'it is fixed who may vote'}
          {plan.electorate === 'members' ? ': all members as they are then' : ': those listed who still may vote'}.
        </li>
        <li>
          It closes by itself <Moment at={closesAt} zone={plan.zone} by={openedBy} />, and is counted.
        </li>
      </ol>
      {plan.drafts.length > 0 ? (
        <>
          <p>Until it opens the texts may be changed in the drafts:</p>
          <ul>
            {plan.drafts.map(({ label, href }) => (
              <li key={label}>{href ? <a href={href}>{label}</a> : label}</li>
            ))}
          </ul>
        </>
      ) : null}
      {draft && freezes ? (
        <p>
          Until it opens the text may be changed
          {draft.href ? (
            <>
              {' '}
              in <a href={draft.href}>the draft</a>
            </>
          ) : null}
          .
        </p>
      ) : null}
      {hasTexts ? (
        <p>
          It does not open while somebody has asked for time, or where a draft is deleted, decided otherwise, not
          complete enough to publish, or overtaken by another version. Then this ballot is void, and whoever planned it
          and the owners of the drafts are told why.
        </p>
      ) : (
        <p>
          It does not open where the entry is withdrawn. Then this ballot is void, and whoever planned it is told why.
        </p>
      )}
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
  const own = useZone() ?? 'UTC'
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

function Replan({ page, answer }: { page: BallotPage; answer: Answer | undefined }) {
  const refused = answerTo(answer, { intent: 'replan' })
  const refusal = refused?.refusal
  const typed = refused?.typed ?? {}
  const moment = (name: 'opens' | 'closes', legend: string, at: number) => (
    <MomentChoice
      name={name}
      legend={legend}
      label={name === 'opens' ? 'It opens' : 'It closes'}
      choices={[{ id: 'same', label: 'As planned' }]}
      usual="same"
      start={at}
      typed={typed}
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

function Cancel({ draftId, answer }: { draftId: string | null; answer: Answer | undefined }) {
  return (
    <ReasonDetails
      summary="Cancel it"
      className="card"
      hidden={{ intent: 'cancel-plan' }}
      answer={answer}
      label="Reason"
      hint="Everyone sees it."
      button="Cancel this ballot"
      danger
      beside={draftId ? <a href={`/ballots/new?draft=${draftId}`}>Plan another one afterwards</a> : null}
    />
  )
}
