import { Form } from '@remix-run/react'
import { Field, FormRefusal } from '#app/components/field.tsx'
import { ElectorateFields } from '#app/features/ballots/electorate-fields.tsx'
import { ForkFields } from '#app/features/ballots/fork-fields.tsx'
import { PeriodFields } from '#app/features/ballots/period-fields.tsx'
import { PresetChoice } from '#app/features/ballots/preset-choice.tsx'
import { RuleFields } from '#app/features/ballots/rule-fields.tsx'
import { Hidden } from '#app/features/threads/hidden.tsx'
import type { Refusal } from '#app/http/refusals.ts'
import type { BallotOpening } from '#server/views/ballot-opening.ts'
import type { ForkOpening } from '#server/views/fork-ballot.ts'

interface OpeningFormProps {
  /** What it is about: a draft, whose text is frozen; a published entry, about which options are put; or forks. */
  about: { draft: string } | { entry: string } | { forks: ForkOpening['forks'] }
  /** The question as it stands before anybody words it otherwise. */
  question: string
  voters: BallotOpening['voters']
  /** Ways of deciding that it may begin with; they are about a text. */
  presets?: BallotOpening['presets']
  back: { href: string; words: string }
  typed: Record<string, string>
  refusal: Refusal | undefined
}

/** All that is fixed when a ballot opens. */
export function OpeningForm({ about, question, voters, presets = [], back, typed, refusal }: OpeningFormProps) {
  const hasText = 'draft' in about
  return (
    <Form method="post" className="ballot-opening" aria-label="Open a ballot">
      {/* What Enter presses: the first button of a form, and that must not be the one that fills it in. */}
      <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true">
        Open the ballot
      </button>
      <FormRefusal refusal={refusal} />
      {'forks' in about ? (
        <Hidden fields={{ intent: 'forks', forks: about.forks.map(({ id }) => id).join(',') }} />
      ) : 'draft' in about ? (
        <input type="hidden" name="draft" value={about.draft} />
      ) : (
        <>
          <input type="hidden" name="intent" value="ask" />
          <input type="hidden" name="entry" value={about.entry} />
        </>
      )}
      <Field name="question" label="Question" hint="What is decided, in one sentence." refusal={refusal}>
        {(control) => <input {...control} type="text" defaultValue={typed.question ?? question} />}
      </Field>
      {presets.length > 0 ? <PresetChoice presets={presets} typed={typed} refusal={refusal} /> : null}
      {'forks' in about ? (
        <ForkFields forks={about.forks} typed={typed} refusal={refusal} />
      ) : (
        <RuleFields typed={typed} refusal={refusal} hasText={hasText} />
      )}
      <ElectorateFields voters={voters} typed={typed} refusal={refusal} />
      <PeriodFields typed={typed} refusal={refusal} />
      <fieldset>
        <legend>Names</legend>
        <Choice name="names" value="shown" typed={typed} usual label="Shown">
          After closing, members see who cast which paper.
        </Choice>
        <Choice name="names" value="hidden" typed={typed} label="Hidden for ever">
          Closing destroys the link between person and paper. With fewer than five voters this protects little.
        </Choice>
      </fieldset>
      <fieldset>
        <legend>Results while it is open</legend>
        <Choice name="results" value="hidden" typed={typed} usual label="Hidden">
          Nobody sees a choice or a count before it closes, whatever their role. Turnout is public.
        </Choice>
        <Choice name="results" value="public" typed={typed} label="Public">
          Everyone who may see the ballot sees the count as it grows.
        </Choice>
      </fieldset>
      {hasText ? <AfterClosing typed={typed} /> : null}
      <p className="why">
        {hasText
          ? 'Opening freezes the text (between options: the question and the options) and all of this; none of it can be changed afterwards. The draft itself stays open for writing.'
          : 'forks' in about
            ? 'Opening freezes the texts of the drafts and all of this; none of it can be changed afterwards. The drafts themselves stay open for writing.'
            : 'Opening freezes the question, the options and all of this; none of it can be changed afterwards.'}
      </p>
      <div className="actions">
        <button className="button button-primary" type="submit">
          Open the ballot
        </button>
        <a className="button" href={back.href}>
          {back.words}
        </a>
      </div>
    </Form>
  )
}

/** Who says what follows from a text that was decided. */
function AfterClosing({ typed }: { typed: Record<string, string> }) {
  return (
    <fieldset>
      <legend>After it has closed</legend>
      <label className="choice">
        <input type="checkbox" name="closer" value="uninvolved" defaultChecked={typed.closer === 'uninvolved'} />
        <span>
          <strong>An uninvolved closer</strong>
          <span className="field-hint">
            Only a moderator who neither opened it, nor wrote in the draft, nor voted says what follows, and publishes.
          </span>
        </span>
      </label>
      <label className="choice">
        <input type="checkbox" name="secondModerator" value="yes" defaultChecked={typed.secondModerator === 'yes'} />
        <span>
          <strong>A second moderator</strong>
          <span className="field-hint">Another one agrees to exactly this text before it is published.</span>
        </span>
      </label>
    </fieldset>
  )
}

interface ChoiceProps {
  name: string
  value: string
  label: string
  typed: Record<string, string>
  usual?: boolean
  children: string
}

function Choice({ name, value, label, typed, usual = false, children }: ChoiceProps) {
  const chosen = typed[name]
  return (
    <label className="choice">
      <input type="radio" name={name} value={value} defaultChecked={chosen === undefined ? usual : chosen === value} />
      <span>
        <strong>{label}</strong>
        <span className="field-hint">{children}</span>
      </span>
    </label>
  )
}
