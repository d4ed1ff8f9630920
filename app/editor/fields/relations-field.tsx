import { useState } from 'react'
import type { RelationKind } from '#domain/entries/kinds.ts'
import { optionLabel } from '#domain/entries/options.ts'
import { limits } from '#domain/text/limits.ts'
import { OptionSelect } from './choice-field.tsx'
import { FieldFrame } from './field-frame.tsx'
import { useFields, useMembers, useOptions } from './use-field.ts'

const kindLabels: Record<RelationKind, string> = { conflict: 'Conflict', complement: 'Complement' }
const relationKinds: RelationKind[] = ['conflict', 'complement']

interface Relation {
  kind: RelationKind
  to: string
  rationale: string
}

const keyOf = ({ kind, to }: Pick<Relation, 'kind' | 'to'>) => `${kind}/${to}`

/**
 * The relations this draft declares itself, each with a rationale. What the other side declares, and how the two are
 * related, is worked out when a version is read.
 *
 * @param ownSlug the entry's own address, which cannot be related to itself.
 */
export function RelationsField({ ownSlug }: { ownSlug: string }) {
  const { editable, store } = useFields()
  const strategies = useOptions('strategies')
  const conflicts = useMembers('conflict')
  const complements = useMembers('complement')
  const relations = [...toRelations('conflict', conflicts), ...toRelations('complement', complements)]
  const taken = new Set([ownSlug, ...relations.map(({ to }) => to)])

  function changeKind(relation: Relation, kind: RelationKind) {
    store.set({ [keyOf(relation)]: undefined, [keyOf({ ...relation, kind })]: relation.rationale })
  }

  return (
    <FieldFrame id="declarations" label="Relations">
      {relations.length === 0 ? <p className="field-hint">No relations declared yet.</p> : null}
      <ul className="list-plain">
        {relations.map((relation) => {
          const title = optionLabel(strategies, relation.to)
          const control = `control-relation-${relation.kind}-${relation.to}`
          return (
            <li key={keyOf(relation)} className="draft-row">
              <fieldset aria-label={title}>
                <p className="draft-row-title">{title}</p>
                <div className="draft-relation-cells">
                  <KindSelect
                    label={`Kind of relation to ${title}`}
                    value={relation.kind}
                    disabled={!editable}
                    onChange={(kind) => changeKind(relation, kind)}
                  />
                  <div className="draft-cell">
                    <label htmlFor={control}>Rationale</label>
                    <textarea
                      id={control}
                      rows={2}
                      maxLength={limits.fieldText}
                      value={relation.rationale}
                      disabled={!editable}
                      placeholder="Why, in one or two sentences"
                      onChange={(event) => store.set({ [keyOf(relation)]: event.target.value })}
                    />
                  </div>
                </div>
                <button
                  type="button"
                  className="button button-small button-quiet"
                  disabled={!editable}
                  onClick={() => store.set({ [keyOf(relation)]: undefined })}
                >
                  Remove<span className="visually-hidden"> the relation to {title}</span>
                </button>
              </fieldset>
            </li>
          )
        })}
      </ul>
      <AddRelation
        strategies={strategies.filter(({ id }) => !taken.has(id))}
        editable={editable}
        onAdd={(relation) => store.set({ [keyOf(relation)]: relation.rationale })}
      />
    </FieldFrame>
  )
}

interface AddRelationProps {
  strategies: { id: string; label: string }[]
  editable: boolean
  onAdd: (relation: Relation) => void
}

function AddRelation({ strategies, editable, onAdd }: AddRelationProps) {
  const [to, setTo] = useState('')
  const [kind, setKind] = useState<RelationKind>('conflict')
  return (
    <fieldset className="draft-row" aria-label="Add a relation">
      <div className="draft-relation-cells">
        <KindSelect label="Kind of relation" value={kind} disabled={!editable} onChange={setKind} />
        <div className="draft-cell">
          <label htmlFor="control-relation-to">Strategy</label>
          <OptionSelect
            id="control-relation-to"
            value={to}
            options={strategies}
            disabled={!editable}
            onChange={setTo}
          />
        </div>
      </div>
      <button
        type="button"
        className="button button-small"
        disabled={!editable || to === ''}
        onClick={() => {
          onAdd({ kind, to, rationale: '' })
          setTo('')
        }}
      >
        Add this relation
      </button>
    </fieldset>
  )
}

interface KindSelectProps {
  label: string
  value: RelationKind
  disabled: boolean
  onChange: (kind: RelationKind) => void
}

function KindSelect({ label, value, disabled, onChange }: KindSelectProps) {
  return (
    <div className="draft-cell">
      <span className="field-label" aria-hidden="true">
        Kind
      </span>
      <select
        aria-label={label}
        value={value}
        disabled={disabled}
        onChange={(event) => onChange(relationKinds.find((kind) => kind === event.target.value) ?? value)}
      >
        {relationKinds.map((kind) => (
          <option key={kind} value={kind}>
            {kindLabels[kind]}
          </option>
        ))}
      </select>
    </div>
  )
}

function toRelations(kind: RelationKind, members: readonly [string, unknown][]): Relation[] {
  return members.map(([to, rationale]) => ({ kind, to, rationale: typeof rationale === 'string' ? rationale : '' }))
}
