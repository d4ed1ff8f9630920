import { Form, Link, useNavigation } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { Field, FormRefusal } from '#app/components/field.tsx'
import { ComposerEvidence } from '#app/features/sources/composer-evidence.tsx'
import { typedEvidence } from '#app/features/sources/typed-sources.ts'
import type { Answer } from '#app/features/threads/answer.ts'
import { answerTo } from '#app/features/threads/answer.ts'
import { EndedWords } from '#app/features/threads/ended-words.tsx'
import { Hidden } from '#app/features/threads/hidden.tsx'
import type { SentPost } from '#app/features/threads/kept-text.ts'
import { useKeptFields, useKeptText } from '#app/features/threads/kept-text.ts'
import { TypeMark } from '#app/features/threads/marks.tsx'
import { TooLong } from '#app/features/threads/too-long.tsx'
import { limits } from '#domain/text/limits.ts'
import type { ContributionType } from '#domain/threads/words.ts'
import { contributionTypeHints } from '#domain/threads/words.ts'

interface ComposerProps {
  types: readonly ContributionType[]
  replyTo: string | null
  /** The candidate it is about. */
  candidate?: number
  /** Where unsent words are kept. */
  keep: string
  sent: SentPost | null
  answer: Answer | undefined
  /** Where *Cancel* of an answer leads. */
  cancel?: string
  /** Why it cannot be posted any more; null while it can. */
  ended?: string | null
}

const nothing: Record<string, string> = {}

/** One contribution: its type, its words, and what they rest on. */
export function Composer({ types, replyTo, candidate, keep, sent, answer, cancel, ended = null }: ComposerProps) {
  const about = candidate === undefined ? '' : String(candidate)
  const inPlace = replyTo !== null || candidate !== undefined
  const hidden = { intent: 'post', replyTo: replyTo ?? '', candidate: about }
  const own = answerTo(answer, hidden)
  const { text, restored, change } = useKeptText(keep, own?.typed.text ?? '', sent)
  const typed = own ? typedEvidence(own.typed) : nothing
  const evidence = useKeptFields(keep, typed, sent)
  const [type, setType] = useState(own?.typed.type ?? (replyTo === null ? '' : 'note'))
  const sending = useNavigation().formData?.get('intent') === 'post'
  const box = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (inPlace) box.current?.focus()
  }, [inPlace])
  const label = candidate !== undefined ? 'Your reason' : replyTo === null ? 'Your contribution' : 'Your answer'
  if (ended !== null) {
    return <EndedWords why={ended} label={label} text={text} refusal={own?.refusal} close={cancel} />
  }
  return (
    <Form method="post" className="contribution-form">
      <Hidden fields={hidden} />
      <FormRefusal refusal={own?.refusal} />
      <TypeChoice types={types} chosen={type} onChoose={setType} />
      <Field name="text" label={label} hint="One idea each; two or three sentences are plenty." refusal={own?.refusal}>
        {(control) => (
          <textarea {...control} ref={box} required value={text} onChange={(event) => change(event.target.value)} />
        )}
      </Field>
      <TooLong length={text.length} most={limits.contribution} may="sent at once" />
      <ComposerEvidence kept={evidence} typed={typed} refusal={own?.refusal} />
      <p className="field-hint">Write @ and a name to call somebody in.</p>
      {restored ? <p className="field-hint">Words you had not sent yet were put back.</p> : null}
      <div className="actions">
        <button type="submit" className="button button-primary" aria-disabled={sending}>
          {sending
            ? 'Posting'
            : candidate !== undefined
              ? 'Post reason'
              : replyTo === null
                ? 'Post contribution'
                : 'Post answer'}
        </button>
        {cancel ? (
          <Link className="ui" to={cancel} preventScrollReset>
            Cancel
          </Link>
        ) : null}
      </div>
    </Form>
  )
}

function TypeChoice({
  types,
  chosen,
  onChoose,
}: {
  types: readonly ContributionType[]
  chosen: string
  onChoose: (type: string) => void
}) {
  const hint = types.find((type) => type === chosen)
  return (
    <fieldset className="segments">
      <legend>What is it?</legend>
      <div>
        {types.map((type) => (
          <label key={type} className="segment">
            <input
              type="radio"
              name="type"
              value={type}
              required
              checked={chosen === type}
              onChange={() => onChoose(type)}
            />
            <TypeMark type={type} />
          </label>
        ))}
      </div>
      <p className="segment-hint">{hint ? `Here: ${contributionTypeHints[hint]}.` : 'Choose one.'}</p>
    </fieldset>
  )
}
