import type { EntryContent, FieldDef, FieldValue, Row } from '#domain/entries/kinds.ts'
import type { Option, Options, PullNames } from '#domain/entries/options.ts'
import { optionLabel } from '#domain/entries/options.ts'

interface ReadingProps {
  content: EntryContent
  options: Options
  pulls: PullNames
}

/** A structured field for people who only read. */
export function FieldReading({ field, content, options, pulls }: ReadingProps & { field: FieldDef }) {
  const value = content.fields[field.id]
  return (
    <div className="draft-field field-reading" id={`field-${field.id}`}>
      <p className="field-label">{field.label}</p>
      {value === undefined ? (
        <p className="muted">Empty.</p>
      ) : field.type === 'rows' ? (
        <RowsReading field={field} rows={value} options={options} />
      ) : field.type === 'choice' && field.options === 'pulls' ? (
        <p>{pullName(String(value), content, pulls)}</p>
      ) : (
        <p>{words(field, value, options)}</p>
      )}
    </div>
  )
}

function words(field: FieldDef, value: FieldValue, options: Options): string {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  const known: Option[] | undefined = 'options' in field ? options[field.options] : undefined
  if (Array.isArray(value)) return value.map((member) => optionLabel(known, String(member))).join(' · ')
  return known ? optionLabel(known, value) : value
}

function pullName(pull: string, content: EntryContent, pulls: PullNames): string {
  const names = pulls[String(content.fields.lever ?? '')]
  if (pull === '+') return `+ ${names?.['+'] ?? ''}`
  if (pull === '-') return `− ${names?.['-'] ?? ''}`
  return 'Neutral'
}

interface RowsReadingProps {
  field: Extract<FieldDef, { type: 'rows' }>
  rows: FieldValue
  options: Options
}

function RowsReading({ field, rows, options }: RowsReadingProps) {
  const list = Array.isArray(rows) ? rows.filter((row): row is Row => typeof row === 'object') : []
  return (
    <div className="table-scroll">
      <table className="table">
        <thead>
          <tr>
            {field.columns.map(({ id, label }) => (
              <th key={id} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {list.map((row) => (
            <tr key={JSON.stringify(row)}>
              {field.columns.map(({ id, options: source }) => {
                const cell = row[id]
                return (
                  <td key={id}>
                    {Array.isArray(cell)
                      ? cell.map(({ title, url }) => title || url).join('; ')
                      : cell === true
                        ? 'Yes'
                        : optionLabel(source && options[source], String(cell ?? ''))}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The relations a draft declares, for people who only read. */
export function RelationsReading({ content, options }: Pick<ReadingProps, 'content' | 'options'>) {
  const { declarations } = content
  return (
    <div className="draft-field field-reading" id="field-declarations">
      <p className="field-label">Relations</p>
      {declarations.length === 0 ? <p className="muted">None declared.</p> : null}
      <ul>
        {declarations.map(({ kind, to, rationale }) => (
          <li key={`${kind}/${to}`}>
            {kind === 'conflict' ? 'Conflict' : 'Complement'} with {optionLabel(options.strategies, to)}
            {rationale ? `: ${rationale}` : '. No rationale yet.'}
          </li>
        ))}
      </ul>
    </div>
  )
}
