import { limits } from '#domain/text/limits.ts'
import { FieldFrame } from './field-frame.tsx'
import { useFields, useText } from './use-field.ts'

/** The entry's title, which is a value of the document like any other. */
export function TitleField() {
  const { editable } = useFields()
  const [title, set] = useText('title')
  return (
    <FieldFrame id="title" label="Title" control="control-title">
      <input
        id="control-title"
        className="draft-title"
        type="text"
        value={title}
        maxLength={limits.title}
        disabled={!editable}
        onChange={(event) => set(event.target.value)}
      />
    </FieldFrame>
  )
}
