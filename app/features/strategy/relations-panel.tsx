import type { ReactNode } from 'react'
import { Panel } from '#app/features/reading/panel.tsx'
import type { RelationGroup } from '#server/views/strategy-panels.ts'

const marks = { conflict: '✕', complement: '+', twin: '=' } as const

interface RelationsPanelProps {
  id: 'conflicts' | 'complements' | 'twins'
  kind: keyof typeof marks
  title: string
  groups: readonly RelationGroup[]
  /** Of the strategy; null where its relations have no page, in a preview and in an old version. */
  slug: string | null
  why: string
  /** What the absence of relations of this kind says. */
  none: ReactNode
  discuss?: { href: string; words: string } | null
}

/** Relations of one kind, grouped by mechanism with what the mechanism means. */
export function RelationsPanel({ id, kind, title, groups, slug, why, none, discuss }: RelationsPanelProps) {
  const all = groups.flatMap(({ relations }) => relations)
  const others = all.filter(({ onlyOther }) => onlyOther).length
  return (
    <Panel id={id} title={title} count={all.length} why={why} discuss={discuss ?? null}>
      {all.length === 0 ? <p>{none}</p> : null}
      {groups.map(({ mechanism, relations }) => (
        <div key={mechanism.id} className={`relation-group relation-${kind}`}>
          <h3>
            <span className="relation-mark" aria-hidden="true">
              {marks[kind]}
            </span>{' '}
            {mechanism.label} <span className="count">{relations.length}</span>
          </h3>
          <p className="relation-gloss">{mechanism.gloss}</p>
          <p className="relation-text">{mechanism.explanation}</p>
          <ul className="chips">
            {relations.map((relation) => (
              <li key={relation.slug}>
                <a className="chip" href={`/strategies/${relation.slug}`}>
                  {relation.title}
                  {relation.onlyOther ? <span className="chip-note">declared there</span> : null}
                </a>
              </li>
            ))}
          </ul>
          {relations.flatMap(({ slug: other, rationales }) =>
            rationales.map(({ by, text }) => (
              <p key={`${other} ${by}`} className="relation-rationale">
                <span className="muted">{by}:</span> {text}
              </p>
            )),
          )}
        </div>
      ))}
      {all.flatMap(({ slug: other, title: name, open }) =>
        open ? (
          <p key={other} className="relation-open ui">
            <strong>{name}</strong>: {open.words}.{' '}
            {open.disputeId ? <a href={`/threads/${open.disputeId}`}>The dispute</a> : null}
          </p>
        ) : (
          []
        ),
      )}
      {others > 0 ? (
        <p className="ui muted">
          {all.length - others} declared by this entry; {others === 1 ? 'one is' : `${others} are`} declared only by the
          other entry, marked “declared there”.
        </p>
      ) : null}
      {slug !== null && kind !== 'twin' && all.length > 0 ? (
        <p className="ui no-print">
          <a href={`/strategies/${slug}/relations`}>
            Who confirmed what<span className="visually-hidden">: {title}</span>
          </a>
        </p>
      ) : null}
    </Panel>
  )
}
