import { useState } from 'react'
import { slugOf } from '#domain/drafts/slug.ts'
import type { FieldDef } from '#domain/entries/kinds.ts'
import { optionLabel } from '#domain/entries/options.ts'
import { FieldFrame } from './field-frame.tsx'
import { useFields, useMembers, useOptions } from './use-field.ts'

/** Several values: those chosen as chips, all of them as a list to search. Tags may also be new. */
export function SetField({ field }: { field: Extract<FieldDef, { type: 'set' }> }) {
  const { editable, store } = useFields()
  const options = useOptions(field.options)
  const chosen = useMembers(field.id)
    .filter(([, value]) => value === true)
    .map(([member]) => member)
  const [search, setSearch] = useState('')
  const put = (member: string, on: boolean) => store.set({ [`${field.id}/${member}`]: on ? true : undefined })

  const wanted = search.trim().toLowerCase()
  const found = options.filter((option) => option.label.toLowerCase().includes(wanted))
  const fresh = field.options === 'tags' ? slugOf(search, '') : ''
  const isNew = fresh !== '' && !options.some((option) => option.id === fresh) && !chosen.includes(fresh)

  return (
    <FieldFrame id={field.id} label={field.label}>
      {chosen.length === 0 ? <p className="field-hint">None chosen.</p> : null}
      <ul className="chips">
        {chosen.map((member) => (
          <li key={member} className="chip">
            {optionLabel(options, member)}
            <button type="button" className="chip-remove" disabled={!editable} onClick={() => put(member, false)}>
              <span aria-hidden="true">×</span>
              <span className="visually-hidden">Remove {optionLabel(options, member)}</span>
            </button>
          </li>
        ))}
      </ul>
      <details className="set-choose">
        <summary>Choose from {options.length}</summary>
        <input
          type="search"
          aria-label={`Search: ${field.label}`}
          placeholder="Search"
          value={search}
          disabled={!editable}
          onChange={(event) => setSearch(event.target.value)}
        />
        {isNew ? (
          <p>
            <button
              type="button"
              className="button button-small"
              disabled={!editable}
              onClick={() => {
                put(fresh, true)
                setSearch('')
              }}
            >
              Add “{fresh}” as a new tag
            </button>
          </p>
        ) : null}
        <div className="set-list">
          {found.map((option) => (
            <label key={option.id} className="choice">
              <input
                type="checkbox"
                checked={chosen.includes(option.id)}
                disabled={!editable}
                onChange={(event) => put(option.id, event.target.checked)}
              />
              <span>{option.label}</span>
            </label>
          ))}
          {found.length === 0 ? <p className="field-hint">0 of {options.length} match.</p> : null}
        </div>
      </details>
    </FieldFrame>
  )
}
