import { Form, Link } from '@remix-run/react'
import { Field, FormRefusal } from '#app/components/field.tsx'
import { LinkList, seeAlsoHint } from '#app/features/sources/see-also.tsx'
import { FreshSourceFields } from '#app/features/sources/source-fields.tsx'
import { SourceList } from '#app/features/sources/source-list.tsx'
import type { Answer } from '#app/features/threads/answer.ts'
import { answerTo } from '#app/features/threads/answer.ts'
import { Hidden } from '#app/features/threads/hidden.tsx'
import { mostLinks } from '#domain/threads/see-also.ts'
import { mostSources } from '#domain/threads/sources.ts'
import type { ContributionView } from '#server/views/contribution-view.ts'

interface Props {
  item: ContributionView
  threadId: string
  /** Where *Close* leads. */
  close: string
  answer: Answer | undefined
}

/** What stands under a contribution, to take off and to add to. */
export function AttachPanel({ item, threadId, close, answer }: Props) {
  const about = { contributionId: item.id }
  return (
    <div className="contribution-form attach-panel">
      <h3>Sources and links</h3>
      <FormRefusal refusal={removalRefused(answer, item.id)} />
      <SourceList
        sources={item.sources}
        act={(source) => (
          <RemoveForm hidden={{ intent: 'detach', ...about, sourceId: source.id }} what={source.title} />
        )}
      />
      <LinkList
        label="See also"
        ends={item.named}
        threadId={threadId}
        act={(end) => (
          <RemoveForm hidden={{ intent: 'unlink', ...about, to: end.id }} what={`the link to ${end.author}`} />
        )}
      />
      {item.mayEdit && item.sources.length < mostSources ? <AddForm about={about} answer={answer} /> : null}
      {item.mayEdit && item.named.length < mostLinks ? <LinkForm about={about} answer={answer} /> : null}
      <Link className="ui" to={close} preventScrollReset>
        Close
      </Link>
    </div>
  )
}

function AddForm({ about, answer }: { about: { contributionId: string }; answer: Answer | undefined }) {
  const hidden = { intent: 'attach', ...about }
  const own = answerTo(answer, hidden)
  return (
    <Form method="post">
      <Hidden fields={hidden} />
      <FormRefusal refusal={own?.refusal} />
      <FreshSourceFields typed={own?.typed ?? {}} refusal={own?.refusal} />
      <div className="actions">
        <button type="submit" className="button button-primary">
          Add source
        </button>
      </div>
    </Form>
  )
}

function LinkForm({ about, answer }: { about: { contributionId: string }; answer: Answer | undefined }) {
  const hidden = { intent: 'link', ...about }
  const own = answerTo(answer, hidden)
  return (
    <Form method="post">
      <Hidden fields={hidden} />
      <FormRefusal refusal={own?.refusal} />
      <Field name="seeAlso" label="See also" hint={seeAlsoHint} refusal={own?.refusal}>
        {(control) => <textarea {...control} className="short" rows={2} defaultValue={own?.typed.seeAlso} />}
      </Field>
      <div className="actions">
        <button type="submit" className="button">
          Link contributions
        </button>
      </div>
    </Form>
  )
}

/** Takes one source or link off, in one press. */
export function RemoveForm({ hidden, what }: { hidden: Record<string, string>; what: string }) {
  return (
    <Form method="post" className="evidence-remove no-print">
      <Hidden fields={hidden} />
      <button type="submit" className="button button-small">
        Remove<span className="visually-hidden"> {what}</span>
      </button>
    </Form>
  )
}

/** A removal has no fields of its own to say it beside. */
function removalRefused(answer: Answer | undefined, contributionId: string) {
  const refused = ['detach', 'unlink'].map((intent) => answerTo(answer, { intent, contributionId }))
  return refused.find((one) => one !== undefined)?.refusal
}
