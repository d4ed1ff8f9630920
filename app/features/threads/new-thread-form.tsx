import { Form, Link, useNavigation } from '@remix-run/react'
import { Field, FormRefusal } from '#app/components/field.tsx'
import { ChosenWords } from '#app/features/anchors/chosen-words-field.tsx'
import type { Answer } from '#app/features/threads/answer.ts'
import { Hidden } from '#app/features/threads/hidden.tsx'
import { CheckList } from '#app/features/threads/signal-checks.tsx'
import { newThreadHref } from '#app/features/threads/thread-list.tsx'
import { longestQuote } from '#domain/anchors/rules.ts'
import { headerFieldsOf } from '#domain/threads/header.ts'
import { defaultTitle, fitsPlace, hearingPlaces } from '#domain/threads/place.ts'
import type { ThreadKind } from '#domain/threads/words.ts'
import { isHearing, threadKinds } from '#domain/threads/words.ts'
import type { NewThreadPage } from '#server/views/new-thread-page.ts'

const kindNames: Record<ThreadKind, string> = {
  falsification: 'Falsification signal',
  threshold: 'Threshold',
  relation: 'A relation',
  evidence: 'Evidence',
  wording: 'Wording',
  general: 'Something else',
}

const kindHints: Record<ThreadKind, string> = {
  falsification: 'A hearing: the group looks for an observation that should end support for the strategy.',
  threshold: 'A hearing: the group looks for the point past which pushing harder defeats the aim.',
  relation: 'Whether two entries really conflict or complement each other, and why.',
  evidence: 'Whether something is known, and how well.',
  wording: 'How something is said.',
  general: 'Anything else about the entry.',
}

/** The form for a new thread; which one is chosen by links, so that it needs no script. */
export function NewThreadForm({ page, answer }: { page: NewThreadPage; answer: Answer | undefined }) {
  const { subject, kind } = page
  const kinds = threadKinds.filter((one) => page.places.some(({ place }) => fitsPlace(subject.entryKind, place, one)))
  return (
    <div className="page page-narrow">
      <p className="eyebrow">
        <a href={subject.href}>
          {subject.onDraft ? 'Draft: ' : ''}
          {subject.title}
        </a>
      </p>
      <h1>{isHearing(kind) ? 'Open a hearing' : 'Open a thread'}</h1>
      <nav className="thread-kinds" aria-label="What it is about">
        {kinds.map((one) => (
          <Link
            key={one}
            className="chip"
            to={newThreadHref(page.about, { kind: one, place: page.place, words: page.words })}
            aria-current={one === kind ? 'true' : undefined}
            preventScrollReset
          >
            {kindNames[one]}
          </Link>
        ))}
      </nav>
      <p className="why">{kindHints[kind]}</p>
      {page.openHearing ? (
        <div className="notice">
          <p>
            A hearing of this kind is open already:{' '}
            <a href={`/threads/${page.openHearing.id}`}>{page.openHearing.title}</a>. Argue there, or resolve it first.
          </p>
        </div>
      ) : (
        <Fields key={kind} page={page} answer={answer} />
      )}
    </div>
  )
}

function Fields({ page, answer }: { page: NewThreadPage; answer: Answer | undefined }) {
  const { about, kind, place, places, subject } = page
  const own = answer?.typed.kind === kind ? answer : undefined
  const fitting = places.filter((one) => fitsPlace(subject.entryKind, one.place, kind))
  const sending = useNavigation().formData !== undefined
  const start = fitting.some((one) => one.place === place) ? place : fitting[0]?.place
  return (
    <Form method="post">
      <Hidden fields={{ ...about, kind }} />
      <FormRefusal refusal={own?.refusal} />
      {page.words ? (
        <ChosenWords page={page} words={page.words} refusal={own?.refusal} />
      ) : (
        <Field name="place" label="Place" refusal={own?.refusal}>
          {(control) => (
            <select {...control} defaultValue={own?.typed.place ?? start}>
              {fitting.map((one) => (
                <option key={one.place} value={one.place}>
                  {one.label}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <Field
        name="title"
        label="Title"
        hint={`What is in question, as a short line. Left empty it becomes “${defaultTitle(
          subject.entryKind,
          isHearing(kind) ? hearingPlaces[kind][0] : (start ?? 'entry'),
          kind,
        )}”.`}
        refusal={own?.refusal}
      >
        {(control) => <input {...control} type="text" defaultValue={own?.typed.title ?? page.title} />}
      </Field>
      {page.words ? null : (
        <Field
          name="quote"
          label="Words in question (optional)"
          hint={`For a section: a few of its words, exactly as they stand there, ${longestQuote} characters at most. Left empty the thread is about the whole place.`}
          refusal={own?.refusal}
        >
          {(control) => <textarea {...control} rows={2} defaultValue={own?.typed.quote} />}
        </Field>
      )}
      {isHearing(kind) ? (
        <>
          <h2>
            {kind === 'falsification' ? 'The signal, as far as it is known' : 'The threshold, as far as it is known'}
          </h2>
          <p className="why">Everything here can be written and changed later, by everybody in the hearing.</p>
          {kind === 'falsification' ? <CheckList /> : null}
          {headerFieldsOf(kind).map((field) => (
            <Field
              key={field.id}
              name={field.id}
              label={field.label}
              hint={`${field.hint} For example: “${field.example}”`}
              refusal={own?.refusal}
            >
              {(control) => <textarea {...control} rows={2} defaultValue={own?.typed[field.id]} />}
            </Field>
          ))}
        </>
      ) : null}
      <div className="actions">
        <button type="submit" className="button button-primary" aria-disabled={sending}>
          {isHearing(kind) ? 'Open hearing' : 'Open thread'}
        </button>
        <a className="ui" href={subject.href}>
          Cancel
        </a>
      </div>
    </Form>
  )
}
