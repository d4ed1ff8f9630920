import { Field } from '#app/components/field.tsx'
import type { Refusal } from '#app/http/refusals.ts'
import type { WordingControl } from '#server/views/suggestion-view.ts'

interface WordingFieldProps {
  control: WordingControl
  label: string
  value: string
  onChange?: (text: string) => void
  refusal: Refusal | undefined
}

/** The box in which a wording is typed, or the values that a field may have. Without `onChange` it keeps its own. */
export function WordingField({ control, label, value, onChange, refusal }: WordingFieldProps) {
  const own = onChange
    ? { value, onChange: (event: { target: { value: string } }) => onChange(event.target.value) }
    : { defaultValue: value }
  const hint =
    control.type === 'prose' ? 'Markdown: **bold**, _italic_, lists with a dash, a blank line between paragraphs.' : ''
  return (
    <Field name="text" label={label} hint={hint} refusal={refusal}>
      {(given) => {
        if (control.type === 'choice') {
          return (
            <select {...given} {...own}>
              <option value="">Nothing</option>
              {control.options.map(({ id, label }) => (
                <option key={id} value={id}>
                  {label}
                </option>
              ))}
            </select>
          )
        }
        if (control.type === 'line') return <input {...given} {...own} type="text" />
        return <textarea {...given} {...own} className="wording-box" rows={rowsFor(value)} />
      }}
    </Field>
  )
}

/** High enough to read what stands there; a long text scrolls. */
function rowsFor(text: string): number {
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 70)), 0)
  return Math.min(20, Math.max(4, lines + 1))
}
