import type { Cell, FieldChange } from '#domain/compare/fields.ts'
import { keyed, Words } from './words.tsx'

/** One field that differs: the old value and the new one, or what came and went. */
export function ComparedField({ field }: { field: FieldChange }) {
  return (
    <div>
      <dt>{field.label}</dt>
      <dd>{field.type === 'value' ? <Value field={field} /> : <Members field={field} />}</dd>
    </div>
  )
}

function Value({ field: { before, after, words } }: { field: Extract<FieldChange, { type: 'value' }> }) {
  if (words) return <Words parts={words} />
  return (
    <>
      {before === null ? <span className="muted">nothing</span> : <Words parts={[{ op: 'removed', text: before }]} />}
      <span aria-hidden="true"> → </span>
      <span className="visually-hidden"> becomes </span>
      {after === null ? <span className="muted">nothing</span> : <Words parts={[{ op: 'added', text: after }]} />}
    </>
  )
}

function Members({ field }: { field: Exclude<FieldChange, { type: 'value' }> }) {
  const say = (member: string | Cell[]) =>
    typeof member === 'string' ? member : member.map((cell) => `${cell.label}: ${cell.text}`).join(' · ')
  return (
    <ul className="list-plain">
      {field.removed.map((member) => (
        <li key={`− ${say(member)}`} className="compared-member">
          <span aria-hidden="true">− </span>
          <Words parts={[{ op: 'removed', text: say(member) }]} />
        </li>
      ))}
      {field.added.map((member) => (
        <li key={`+ ${say(member)}`} className="compared-member">
          <span aria-hidden="true">+ </span>
          <Words parts={[{ op: 'added', text: say(member) }]} />
        </li>
      ))}
      {field.type === 'rows'
        ? keyed(field.changed.map((cells) => ({ cells }))).map(({ key, cells }) => (
            <li key={key} className="compared-member">
              <span aria-hidden="true">± </span>
              {cells.map((cell) => (
                <span key={cell.label} className="compared-cell">
                  <span className="muted">{cell.label}:</span> <Words parts={cell.words} />{' '}
                </span>
              ))}
            </li>
          ))
        : null}
      {field.kept > 0 ? <li className="muted">{field.kept} unchanged</li> : null}
    </ul>
  )
}
