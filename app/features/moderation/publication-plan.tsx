import { Form } from '@remix-run/react'
import { FormRefusal } from '#app/components/field.tsx'
import { Time } from '#app/components/time.tsx'
import type { Answer } from '#app/features/threads/answer.ts'
import { answerTo } from '#app/features/threads/answer.ts'
import type { PublishPage } from '#server/views/publish-page.ts'

/** What was planned for a draft, and what came of it. */
export function PublicationPlan({ plan, answer }: { plan: PublishPage['plan']; answer: Answer | undefined }) {
  const refused = <FormRefusal refusal={answerTo(answer, { intent: 'cancel-plan' })?.refusal} />
  if (plan?.state === 'planned') {
    return (
      <Form method="post" className="notice" replace>
        <input type="hidden" name="intent" value="cancel-plan" />
        {refused}
        <p>
          {plan.by} planned it for <Time at={plan.at} />. It is published then by itself, where everything is met still.
        </p>
        <button type="submit" className="button button-small">
          Do not publish it then
        </button>
      </Form>
    )
  }
  if (plan?.state === 'refused') {
    return (
      <>
        {refused}
        <div className="notice notice-bad" role="note">
          <p>
            It was to be published <Time at={plan.at} />, and was not: {plan.refusal}
          </p>
        </div>
      </>
    )
  }
  return refused
}
