import type { FieldChange } from '../field-store.ts'
import { useFields } from './use-field.ts'

/** Who changed a field a moment ago, and the way to take that back. */
export function FieldNote({ change, label }: { change: FieldChange; label: string }) {
  const { store, editable } = useFields()
  const { by, name, undone, before } = change
  const who = by === 'own' ? 'you' : (name ?? 'somebody else')
  const act = by === 'other' ? 'Undo their change' : undone ? 'Redo' : 'Undo'
  return (
    <p className="field-changed">
      <span role="status">
        {undone ? 'undone' : 'changed'} by {who}
      </span>
      {editable ? (
        <button type="button" className="field-undo" onClick={() => store.set(before)}>
          {act}
          <span className="visually-hidden">: {label}</span>
        </button>
      ) : null}
    </p>
  )
}
