import type { ReactNode } from 'react'
import type { FieldDef } from '#domain/entries/kinds.ts'
import { useMembers, useRemoteChange } from './use-field.ts'

interface FieldFrameProps {
  id: string
  label: string
  /** Keys whose change by somebody else is announced here. */
  keys: readonly string[]
  /** Id of the control the label belongs to; without it the frame is a group of controls. */
  control?: string
  children: ReactNode
}

/** Label, controls and the note on who else just changed them. */
export function FieldFrame({ id, label, keys, control, children }: FieldFrameProps) {
  const change = useRemoteChange(keys)
  const note = change ? (
    <span className="field-changed">{change.name ? `changed by ${change.name}` : 'changed by somebody else'}</span>
  ) : null
  const classes = change ? 'field draft-field draft-field-changed' : 'field draft-field'
  if (control) {
    return (
      <div className={classes} id={`field-${id}`}>
        <label htmlFor={control}>
          {label} {note}
        </label>
        {children}
      </div>
    )
  }
  return (
    <fieldset className={classes} id={`field-${id}`}>
      <legend>
        {label} {note}
      </legend>
      {children}
    </fieldset>
  )
}

/** The keys a field has in the document now. */
export function useKeysOf(field: FieldDef): string[] {
  const members = useMembers(field.id)
  return field.type === 'set' || field.type === 'rows' ? members.map(([member]) => `${field.id}/${member}`) : [field.id]
}
