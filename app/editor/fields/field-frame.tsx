import type { ReactNode } from 'react'
import { FieldNote } from './field-note.tsx'
import { useFieldChange } from './use-field.ts'

interface FieldFrameProps {
  id: string
  label: string
  /** Id of the control the label belongs to; without it the frame is a group of controls. */
  control?: string
  children: ReactNode
}

/** Label, controls and the note on who just changed them. */
export function FieldFrame({ id, label, control, children }: FieldFrameProps) {
  const change = useFieldChange(id === 'title' || id === 'declarations' ? id : `field/${id}`)
  const classes = change?.by === 'other' ? 'field draft-field draft-field-changed' : 'field draft-field'
  const note = change ? <FieldNote change={change} label={label} /> : null
  if (control) {
    return (
      <div className={classes} id={`field-${id}`}>
        <label htmlFor={control}>{label}</label>
        {note}
        {children}
      </div>
    )
  }
  return (
    <fieldset className={classes} id={`field-${id}`}>
      <legend>{label}</legend>
      {note}
      {children}
    </fieldset>
  )
}
