import { Form } from '@remix-run/react'
import { Field } from '#app/components/field.tsx'
import { DroppedFilters } from '#app/features/reading/dropped-filters.tsx'
import type { Refusal } from '#app/http/refusals.ts'
import { entryKinds, kinds } from '#domain/entries/kinds.ts'
import { limits } from '#domain/text/limits.ts'
import type { NewDraftPage } from '#server/views/draft-new.ts'
import { DraftTable } from './draft-table.tsx'

interface RevisionFormProps {
  entry: NonNullable<NewDraftPage['entry']>
  existing: NewDraftPage['existing']
}

/** Begins a revision of an entry, after showing the drafts of it that one could join. */
export function RevisionForm({ entry, existing }: RevisionFormProps) {
  return (
    <>
      <p className="eyebrow">
        Propose a revision · <a href={entry.href}>{entry.kindLabel}</a>
      </p>
      <h1>{entry.title}</h1>
      <p>
        {entry.version === null
          ? 'Nothing has been published about it yet. Your draft starts empty.'
          : `Your draft starts from version ${entry.version}, the current one. Members may read it and write in it; you can limit that later.`}
      </p>
      {existing.length > 0 ? (
        <section aria-labelledby="existing">
          <h2 id="existing">
            Being worked on already<span className="count">{existing.length}</span>
          </h2>
          <p className="why">
            Joining a draft is usually better than a second one: only one of them can be published first.
          </p>
          <DraftTable drafts={existing} />
        </section>
      ) : null}
      <Form method="post" className="actions">
        <input type="hidden" name="kind" value={entry.kind} />
        <input type="hidden" name="entry" value={entry.slug} />
        <button className={existing.length > 0 ? 'button' : 'button button-primary'} type="submit">
          {existing.length > 0 ? 'Begin another draft' : 'Begin the draft'}
        </button>
        <a href={entry.href}>Back to the entry</a>
      </Form>
    </>
  )
}

interface NewEntryFormProps {
  start: NewDraftPage['start']
  refusal: Refusal | undefined
  typed: Partial<Record<string, string>>
}

/** Begins the draft of an entry that the atlas does not have. */
export function NewEntryForm({ start, refusal, typed }: NewEntryFormProps) {
  return (
    <>
      <h1>Propose a new entry</h1>
      <p>
        To change something the atlas already has, open its page and choose “Propose a revision”. A new entry gets its
        address from the title.
      </p>
      <DroppedFilters dropped={start.dropped} />
      <Form method="post">
        {start.fields.length > 0 ? (
          <div className="notice">
            <p>As a strategy it begins with the values of the place you came from; they can be changed in the draft.</p>
            <dl className="facts">
              {start.fields.map(({ id, label, value, name }) => (
                <div key={id}>
                  <dt>{label}</dt>
                  <dd>
                    {name}
                    <input type="hidden" name={id} value={value} />
                  </dd>
                </div>
              ))}
            </dl>
          </div>
        ) : null}
        <Field name="kind" label="Kind of entry" refusal={refusal}>
          {(control) => (
            <select {...control} defaultValue={typed.kind ?? start.kind}>
              {entryKinds.map((kind) => (
                <option key={kind} value={kind}>
                  {kinds[kind].label}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field name="title" label="Title" hint="It can be changed while the draft is written." refusal={refusal}>
          {(control) => (
            <input {...control} type="text" maxLength={limits.title} defaultValue={typed.title ?? ''} required />
          )}
        </Field>
        <p className="actions">
          <button className="button button-primary" type="submit">
            Begin the draft
          </button>
        </p>
      </Form>
    </>
  )
}
