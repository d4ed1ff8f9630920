import type { FieldDef } from '#domain/entries/kinds.ts'
import { FieldFrame } from './field-frame.tsx'
import { useFields, useOptions, useText } from './use-field.ts'

const signs: Record<string, string> = { '+': '+', '-': '−', neutral: '·' }

/** In which direction the strategy moves its lever, in the lever's own words. */
export function PullField({ field }: { field: Extract<FieldDef, { type: 'choice' }> }) {
  const { editable, pulls } = useFields()
  const [value, set] = useText(field.id)
  const [lever] = useText('lever')
  const names = pulls[lever]
  return (
    <FieldFrame id={field.id} label={field.label}>
      {names ? null : <p className="field-hint">Choose a lever to see what its two pulls are called.</p>}
      {useOptions(field.options).map((option) => (
        <label key={option.id} className="choice">
          <input
            type="radio"
            name={`control-${field.id}`}
            value={option.id}
            checked={value === option.id}
            disabled={!editable}
            onChange={() => set(option.id)}
          />
          <span>
            <span className="code" aria-hidden="true">
              {signs[option.id]}{' '}
            </span>
            {(option.id === '+' || option.id === '-' ? names?.[option.id] : undefined) ?? option.label}
          </span>
        </label>
      ))}
    </FieldFrame>
  )
}
