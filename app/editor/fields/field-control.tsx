import type { FieldDef } from '#domain/entries/kinds.ts'
import { limits } from '#domain/text/limits.ts'
import { ChoiceField } from './choice-field.tsx'
import { FieldFrame } from './field-frame.tsx'
import { PullField } from './pull-field.tsx'
import { RowsField } from './rows-field.tsx'
import { SetField } from './set-field.tsx'
import { useField, useFields, useText } from './use-field.ts'

/** The control of one structured field, by its type. */
export function FieldControl({ field }: { field: FieldDef }) {
  switch (field.type) {
    case 'text':
      return <TextField field={field} />
    case 'choice':
      return field.options === 'pulls' ? <PullField field={field} /> : <ChoiceField field={field} />
    case 'flag':
      return <FlagField field={field} />
    case 'set':
      return <SetField field={field} />
    case 'rows':
      return <RowsField field={field} />
  }
}

function TextField({ field }: { field: Extract<FieldDef, { type: 'text' }> }) {
  const { editable } = useFields()
  const [value, set] = useText(field.id)
  const control = `control-${field.id}`
  const shared = {
    id: control,
    value,
    disabled: !editable,
    maxLength: limits.fieldText,
    onChange: (event: { target: { value: string } }) => set(event.target.value),
  }
  return (
    <FieldFrame id={field.id} label={field.label} control={control}>
      {field.prompt ? <p className="field-hint">{field.prompt}</p> : null}
      {field.long ? <textarea {...shared} rows={3} /> : <input type="text" {...shared} />}
    </FieldFrame>
  )
}

function FlagField({ field }: { field: Extract<FieldDef, { type: 'flag' }> }) {
  const { editable } = useFields()
  const [value, set] = useField(field.id)
  return (
    <div className="draft-field" id={`field-${field.id}`}>
      <label className="choice">
        <input
          type="checkbox"
          checked={value === true}
          disabled={!editable}
          onChange={(event) => set(event.target.checked ? true : undefined)}
        />
        <span>{field.label}</span>
      </label>
    </div>
  )
}
