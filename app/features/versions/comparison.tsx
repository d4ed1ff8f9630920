import type { Comparison as Compared, RelationChange, SectionComparison } from '#domain/compare/contents.ts'
import { ComparedField } from './compared-field.tsx'
import { ComparedLines } from './compared-lines.tsx'
import { Words } from './words.tsx'

/**
 * What differs between two texts of an entry: fields first, then relations, then prose word by word.
 *
 * @param level heading level of the parts, so that it fits under the page's own headings.
 */
export function Comparison({ comparison, level = 'h3' }: { comparison: Compared; level?: 'h2' | 'h3' }) {
  const { title, fields, sections, relations, changes } = comparison
  const Heading = level
  const changed = sections.filter((section) => section.changes > 0)
  const unchanged = sections.filter((section) => section.changes === 0)
  if (changes === 0) return <p className="muted">The two texts are the same.</p>
  return (
    <div className="comparison">
      <p className="comparison-count" role="note">
        {changes === 1 ? '1 change' : `${changes} changes`}. <ins>Underlined</ins> is new, <del>struck through</del> is
        gone.
      </p>
      {title ? (
        <section>
          <Heading>Title</Heading>
          <p className="compared-line">
            <Words parts={title} />
          </p>
        </section>
      ) : null}
      {fields.length > 0 ? (
        <section>
          <Heading>Fields</Heading>
          <dl className="compared-fields">
            {fields.map((field) => (
              <ComparedField key={field.id} field={field} />
            ))}
          </dl>
        </section>
      ) : null}
      {relations.length > 0 ? (
        <section>
          <Heading>Declared relations</Heading>
          <ComparedRelations relations={relations} />
        </section>
      ) : null}
      {changed.map((section) => (
        <Section key={section.id} section={section} Heading={Heading} />
      ))}
      {unchanged.length > 0 ? (
        <p className="muted">Unchanged: {unchanged.map((section) => section.label).join(', ')}.</p>
      ) : null}
    </div>
  )
}

const sectionWords = { added: 'New section', removed: 'Section removed', changed: null, unchanged: null } as const

function Section({ section, Heading }: { section: SectionComparison; Heading: 'h2' | 'h3' }) {
  const words = sectionWords[section.state] ?? (section.changes === 1 ? '1 change' : `${section.changes} changes`)
  return (
    <section>
      <Heading>
        {section.label} <span className="count">{words}</span>
      </Heading>
      <ComparedLines lines={section.lines} />
    </section>
  )
}

const signs = { added: '+', removed: '−', changed: '±' } as const
const relationWords = { added: 'added', removed: 'removed', changed: 'rationale changed' } as const

/** Declared relations that came, went or got another rationale. */
export function ComparedRelations({ relations }: { relations: readonly RelationChange[] }) {
  return (
    <ul className="list-plain">
      {relations.map((relation) => (
        <li key={`${relation.kind} ${relation.to}`}>
          <Relation relation={relation} />
        </li>
      ))}
    </ul>
  )
}

function Relation({ relation: { state, kind, title, rationale } }: { relation: RelationChange }) {
  return (
    <p className="compared-member">
      <span aria-hidden="true">{signs[state]}</span> {kind === 'conflict' ? 'Conflict' : 'Complement'} with {title}{' '}
      <span className="muted">({relationWords[state]})</span>
      {rationale.length > 0 ? (
        <>
          : <Words parts={rationale} />
        </>
      ) : null}
    </p>
  )
}
