import { Field, FormRefusal } from '#app/components/field.tsx'
import { WordFields } from '#app/features/admin/word-fields.tsx'
import type { Refusal } from '#app/http/refusals.ts'

interface AddWordProps {
  list: string
  answer: { refusal: Refusal; typed: Record<string, string> } | undefined
}

const sides = [
  { id: 'ai-side', label: 'What AI is' },
  { id: 'world-side', label: 'What the world around it is' },
  { id: 'mixed', label: 'Both' },
]

/** Adds a word at the end of a list. */
export function AddWord({ list, answer }: AddWordProps) {
  const refusal = answer?.refusal
  const typed: Record<string, string> = answer?.typed ?? {}
  return (
    <section className="admin-part" aria-labelledby="add-word">
      <h2 id="add-word">Add one</h2>
      <p className="ui muted">Its name also makes its address, which stays when the name changes.</p>
      <FormRefusal refusal={refusal?.field ? undefined : refusal} />
      <form method="post">
        <input type="hidden" name="list" value={list} />
        <WordFields list={list} typed={typed} refusal={refusal} />
        {list === 'lever' ? (
          <Field
            name="side"
            label="It works on"
            hint="Relations between strategies are computed from it; it cannot be changed later."
            refusal={refusal}
          >
            {(control) => (
              <select {...control} defaultValue={typed.side ?? 'ai-side'}>
                {sides.map(({ id, label }) => (
                  <option key={id} value={id}>
                    {label}
                  </option>
                ))}
              </select>
            )}
          </Field>
        ) : null}
        <button type="submit" className="button button-primary" name="intent" value="add">
          Add it
        </button>
      </form>
    </section>
  )
}
