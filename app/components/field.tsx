import type { ReactNode } from 'react'
import { useId } from 'react'
import type { Refusal } from '#app/http/refusals.ts'

interface FieldProps {
  name: string
  label: string
  hint?: string
  refusal?: Refusal | undefined
  children: (control: { id: string; name: string; 'aria-invalid'?: true; 'aria-describedby'?: string }) => ReactNode
}

/** Label, hint, control and error of one input, tied together for everyone. */
export function Field({ name, label, hint, refusal, children }: FieldProps) {
  const id = useId()
  const error = refusal?.field === name ? refusal.detail : null
  const described = [hint ? `${id}-hint` : null, error ? `${id}-error` : null].filter(Boolean).join(' ')
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint ? (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {children({
        id,
        name,
        ...(error ? { 'aria-invalid': true as const } : {}),
        ...(described ? { 'aria-describedby': described } : {}),
      })}
      {error ? (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      ) : null}
    </div>
  )
}

/** A refusal that belongs to no single field, or a summary above a form. */
export function FormRefusal({ refusal }: { refusal: Refusal | undefined }) {
  if (!refusal) return null
  return (
    <div className="notice notice-bad" role="alert">
      <p>
        <strong>{refusal.title}.</strong> {refusal.detail}
      </p>
      {refusal.code === 'not-fresh' ? (
        <p>
          <a href="/account/confirm" target="_blank" rel="noopener">
            Confirm in a new window
          </a>
          , then send this form again. What you typed is kept.
        </p>
      ) : null}
    </div>
  )
}
