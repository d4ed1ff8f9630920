import type { ColumnDef, FieldDef, Row, SourceRef } from '#domain/entries/kinds.ts'
import { limits } from '#domain/text/limits.ts'
import { OptionSelect } from './choice-field.tsx'
import { FieldFrame } from './field-frame.tsx'
import type { StoredRow } from './rows.ts'
import { newRowId, rowsOf } from './rows.ts'
import { SourcesCell } from './sources-cell.tsx'
import { useFields, useMembers, useOptions } from './use-field.ts'

/** A small table that is written together: one row is one value of the document. */
export function RowsField({ field }: { field: Extract<FieldDef, { type: 'rows' }> }) {
  const { editable, store } = useFields()
  const rows = rowsOf(useMembers(field.id))
  const key = (id: string) => `${field.id}/${id}`
  const put = ({ id, order, row }: StoredRow) => store.set({ [key(id)]: { ...row, order } })

  function swap(a: StoredRow, b: StoredRow | undefined) {
    if (!b) return
    // Equal orders would swap to nothing; their ids decided, so make the decision explicit.
    const [first, second] = a.order === b.order ? [a.order + 1, b.order] : [b.order, a.order]
    store.set({ [key(a.id)]: { ...a.row, order: first }, [key(b.id)]: { ...b.row, order: second } })
  }

  return (
    <FieldFrame id={field.id} label={field.label}>
      {rows.length === 0 ? <p className="field-hint">No rows yet.</p> : null}
      <ol className="list-plain">
        {rows.map((stored, i) => (
          <li key={stored.id} className="draft-row">
            <fieldset aria-label={`${field.label}, row ${i + 1} of ${rows.length}`}>
              <div className="draft-row-cells">
                {field.columns.map((column) => (
                  <Cell
                    key={column.id}
                    id={`control-${field.id}-${stored.id}-${column.id}`}
                    column={column}
                    row={stored.row}
                    disabled={!editable}
                    onChange={(value) => put({ ...stored, row: { ...stored.row, [column.id]: value } })}
                  />
                ))}
              </div>
              <div className="draft-row-actions">
                <RowButton
                  label="Move up"
                  at={i}
                  disabled={!editable || i === 0}
                  onClick={() => swap(stored, rows[i - 1])}
                />
                <RowButton
                  label="Move down"
                  at={i}
                  disabled={!editable || i === rows.length - 1}
                  onClick={() => swap(stored, rows[i + 1])}
                />
                <RowButton
                  label="Remove"
                  at={i}
                  disabled={!editable}
                  onClick={() => store.set({ [key(stored.id)]: undefined })}
                />
              </div>
            </fieldset>
          </li>
        ))}
      </ol>
      <button
        type="button"
        className="button button-small"
        disabled={!editable}
        onClick={() => put({ id: newRowId(), order: (rows.at(-1)?.order ?? 0) + 1, row: {} })}
      >
        Add a row
      </button>
    </FieldFrame>
  )
}

interface RowButtonProps {
  label: string
  at: number
  disabled: boolean
  onClick: () => void
}

function RowButton({ label, at, disabled, onClick }: RowButtonProps) {
  return (
    <button type="button" className="button button-small button-quiet" disabled={disabled} onClick={onClick}>
      {label}
      <span className="visually-hidden"> row {at + 1}</span>
    </button>
  )
}

interface CellProps {
  id: string
  column: ColumnDef
  row: Row
  disabled: boolean
  onChange: (value: string | boolean | SourceRef[]) => void
}

function Cell({ id, column, row, disabled, onChange }: CellProps) {
  const options = useOptions(column.options)
  const value = row[column.id]
  if (column.type === 'sources') {
    return (
      <SourcesCell
        label={column.label}
        sources={Array.isArray(value) ? value : []}
        disabled={disabled}
        onChange={onChange}
      />
    )
  }
  if (column.type === 'flag') {
    return (
      <label className="choice">
        <input
          type="checkbox"
          checked={value === true}
          disabled={disabled}
          onChange={(event) => onChange(event.target.checked)}
        />
        <span>{column.label}</span>
      </label>
    )
  }
  const text = typeof value === 'string' ? value : ''
  return (
    <div className={`draft-cell draft-cell-${column.id}`}>
      <label htmlFor={id}>{column.label}</label>
      {column.type === 'choice' ? (
        <OptionSelect id={id} value={text} options={options} disabled={disabled} onChange={onChange} />
      ) : (
        <textarea
          id={id}
          className="draft-cell-line"
          rows={1}
          value={text}
          maxLength={limits.fieldText}
          disabled={disabled}
          onChange={(event) => onChange(event.target.value.replace(/\s*\n\s*/g, ' '))}
        />
      )}
    </div>
  )
}
