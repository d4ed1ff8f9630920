import { Form } from '@remix-run/react'
import { FormRefusal } from '#app/components/field.tsx'
import type { Answer } from '#app/features/threads/answer.ts'
import { answerTo } from '#app/features/threads/answer.ts'
import { Hidden } from '#app/features/threads/hidden.tsx'
import type { Stance, StanceCounts } from '#domain/threads/reactions.ts'
import { stanceLabels, stances } from '#domain/threads/reactions.ts'
import type { ContributionView } from '#server/views/contribution-view.ts'
import type { ThreadPage } from '#server/views/thread-page.ts'

/** Agree, disagree or unsure on a contribution, and, once one has said so, how others did. */
export function Reactions({ item, answer }: { item: ContributionView; answer: Answer | undefined }) {
  return (
    <StanceForm
      hidden={{ intent: 'react', contributionId: item.id }}
      question={`What do you think of what ${item.author} says here?`}
      may={item.mayReact}
      own={item.reaction}
      counts={item.reactions}
      answer={answer}
    />
  )
}

interface StanceFormProps {
  hidden: Record<string, string>
  /** Hash of the words on the page, where it is sent along. */
  seen?: string
  question: string
  may: boolean
  own: Stance | null
  counts: StanceCounts | null
  answer: Answer | undefined
}

/** The three answers as buttons; without the right to react only how others did, where one may see it. */
export function StanceForm({ hidden, seen, question, may, own, counts, answer }: StanceFormProps) {
  if (!may) return counts && total(counts) > 0 ? <Counts counts={counts} /> : null
  return (
    <Form method="post" className="reactions" preventScrollReset>
      <Hidden fields={hidden} />
      {seen === undefined ? null : <input type="hidden" name="seen" value={seen} />}
      <FormRefusal refusal={answerTo(answer, hidden)?.refusal} />
      <fieldset>
        <legend className="visually-hidden">{question}</legend>
        {stances.map((stance) => (
          <button
            key={stance}
            type="submit"
            name="stance"
            value={stance}
            className="reaction"
            aria-pressed={own === stance}
          >
            {stanceLabels[stance]}
          </button>
        ))}
      </fieldset>
      {counts ? <Counts counts={counts} /> : null}
    </Form>
  )
}

function Counts({ counts }: { counts: StanceCounts }) {
  return (
    <p className="reaction-counts">
      {stances.map((stance) => `${counts[stance]} ${stanceLabels[stance].toLowerCase()}`).join(' · ')}
    </p>
  )
}

function total(counts: StanceCounts): number {
  return stances.reduce((sum, stance) => sum + counts[stance], 0)
}

/** Where the group is split most, without numbers. */
export function Cruxes({ cruxes, threadId }: { cruxes: ThreadPage['cruxes']; threadId: string }) {
  if (cruxes.length === 0) return null
  return (
    <section className="cruxes" aria-labelledby="cruxes">
      <h2 id="cruxes">Where you differ most</h2>
      <ol>
        {cruxes.map(({ id, author, text }) => (
          <li key={id}>
            <a href={`/threads/${threadId}?at=${id}#c-${id}`}>{text}</a> <span className="muted">{author}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
