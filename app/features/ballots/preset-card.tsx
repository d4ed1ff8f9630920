import { Form } from '@remix-run/react'
import { Time } from '#app/components/time.tsx'
import type { PresetsPage } from '#server/views/presets-page.ts'

interface PresetCardProps {
  preset: PresetsPage['presets'][number]
  page: PresetsPage
}

/** One way of deciding: what it is for, what it asks, and how to open a ballot with it. */
export function PresetCard({ preset, page }: PresetCardProps) {
  const { id, name, words, rule, explanation, terms, concept, archived, byBallot, revision, updatedAt } = preset
  return (
    <article className="card preset-card" id={id} aria-labelledby={`${id}-name`}>
      <h2 id={`${id}-name`}>
        {name} {archived ? <span className="state">Not offered any more</span> : null}
      </h2>
      <p className="as-written">{words}</p>
      <p>
        <strong>{rule}.</strong> {explanation}
      </p>
      <ul>
        {terms.map((term) => (
          <li key={term}>{term}</li>
        ))}
      </ul>
      {concept ? (
        <p>
          <a href={`/concepts/${concept}`}>The concept that compares it with others</a>
        </p>
      ) : null}
      {archived ? null : <OpenWith id={id} drafts={page.drafts} />}
      <p className="muted">
        Revision {revision}, <Time at={updatedAt} only="date" />
        {byBallot ? '. Changed only by ballot.' : ''}
        {page.mayChange ? (
          <>
            {' '}
            · <a href={`/ballots/presets?edit=${id}#edit`}>Change {name}</a>
          </>
        ) : null}
      </p>
    </article>
  )
}

function OpenWith({ id, drafts }: { id: string; drafts: PresetsPage['drafts'] }) {
  if (drafts.length === 0) return null
  return (
    <details>
      <summary>Open a ballot with it</summary>
      <Form method="get" action="/ballots/new" reloadDocument className="form-row">
        <input type="hidden" name="preset" value={id} />
        <div className="field">
          <label htmlFor={`draft-${id}`}>About your draft</label>
          <select id={`draft-${id}`} name="draft">
            {drafts.map((draft) => (
              <option key={draft.id} value={draft.id}>
                {draft.title}
              </option>
            ))}
          </select>
        </div>
        <button className="button" type="submit">
          Go to its opening
        </button>
      </Form>
    </details>
  )
}
