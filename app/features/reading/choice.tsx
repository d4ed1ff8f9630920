import type { ReactNode } from 'react'

interface ChoiceProps {
  /** Before the name in the id, so that two forms on a page do not share one. */
  form: string
  name: string
  label: string
  /** What stands first and chooses nothing. */
  all: string
  value: string | undefined
  children: ReactNode
}

/** One choice of a form that narrows a view. */
export function Choice({ form, name, label, all, value, children }: ChoiceProps) {
  return (
    <div className="field">
      <label htmlFor={`${form}-${name}`}>{label}</label>
      <select id={`${form}-${name}`} name={name} defaultValue={value ?? ''}>
        <option value="">{all}</option>
        {children}
      </select>
    </div>
  )
}
