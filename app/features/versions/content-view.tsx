import { SectionWords } from '#app/features/anchors/page-words.tsx'
import { safeUrl } from '#domain/prose/safe-url.ts'
import type { ShownContent, ShownField } from '#server/views/entry-content.ts'
import { keyed } from './words.tsx'

/** What one version of an entry says: sections, fields and declared relations, nothing derived. */
export function ContentView({ shown, level = 'h2' }: { shown: ShownContent; level?: 'h2' | 'h3' }) {
  const Heading = level
  return (
    <div className="prose">
      {shown.sections.map((section) => (
        <section key={section.id} id={section.id}>
          <Heading>{section.label}</Heading>
          <SectionWords section={section.id} label={section.label} blocks={section.blocks} links={shown.links} />
        </section>
      ))}
      {shown.fields.length > 0 ? (
        <section>
          <Heading>Fields</Heading>
          <dl className="shown-fields">
            {shown.fields.map((field) => (
              <div key={field.id}>
                <dt>{field.label}</dt>
                <dd>
                  <FieldValue field={field} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ) : null}
      {shown.relations.length > 0 ? (
        <section>
          <Heading>Declared relations</Heading>
          <ul className="ui">
            {shown.relations.map(({ kind, title, href, rationale }) => (
              <li key={`${kind} ${href}`}>
                {kind === 'conflict' ? 'Conflict' : 'Complement'} with <a href={href}>{title}</a>
                {rationale ? `: ${rationale}` : null}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  )
}

function FieldValue({ field }: { field: ShownField }) {
  if (field.type === 'text') return <>{field.text}</>
  if (field.type === 'list') return <>{field.items.join(', ')}</>
  return (
    <ul className="list-plain">
      {keyed(field.rows).map(({ key, cells, sources }) => (
        <li key={key}>
          {cells.map((cell) => (
            <span key={cell.label} className="compared-cell">
              <span className="muted">{cell.label}:</span> {cell.text}{' '}
            </span>
          ))}
          {keyed(sources).map((source) => {
            const href = safeUrl(source.url)
            const words = [source.title, source.publisher, source.date].filter(Boolean).join(', ')
            return (
              <span key={source.key} className="compared-cell">
                {href ? (
                  <a href={href} rel="noopener noreferrer nofollow ugc">
                    {words}
                  </a>
                ) : (
                  words
                )}{' '}
              </span>
            )
          })}
        </li>
      ))}
    </ul>
  )
}
