import { Form } from '@remix-run/react'
import { useState } from 'react'
import { Field, FormRefusal } from '#app/components/field.tsx'
import type { Refusal } from '#app/http/refusals.ts'
import { usualPhase } from '#domain/workshops/templates.ts'
import type { PhaseKind } from '#domain/workshops/words.ts'
import { phaseKinds, phaseNames, writerNames, writers } from '#domain/workshops/words.ts'
import type { PhaseView } from '#server/views/workshop-room.ts'

interface Row {
  key: string
  was: string
  kind: PhaseKind
  title: string
  minutes: string
  writers: string
  locksAtEnd: boolean
  instruction: string
  material: string
}

interface AgendaFormProps {
  phases: readonly PhaseView[]
  /** First position that may still be changed. */
  first: number
  refusal: Refusal | undefined
}

/** The phases that have not begun: changed, moved, added, taken out, and saved together. */
export function AgendaForm({ phases, first, refusal }: AgendaFormProps) {
  const [rows, setRows] = useState<Row[]>(() => phases.filter(({ position }) => position >= first).map(rowOf))
  const [made, setMade] = useState(0)
  const move = (i: number, by: number) => {
    const next = [...rows]
    const [row] = next.splice(i, 1)
    if (row) next.splice(i + by, 0, row)
    setRows(next)
  }
  const add = () => {
    const phase = usualPhase('argue', 5)
    setRows([...rows, { ...phase, key: `new-${made}`, was: '', minutes: '5' }])
    setMade(made + 1)
  }
  return (
    <Form method="post" className="agenda-form">
      <input type="hidden" name="intent" value="agenda" />
      <input type="hidden" name="first" value={first} />
      {refusal && (refusal.field === undefined || refusal.field === 'phases') ? (
        <FormRefusal refusal={refusal} />
      ) : null}
      {rows.map((row, i) => (
        <fieldset key={row.key}>
          <legend>
            {first + i}. {row.title}
          </legend>
          <input type="hidden" name={`${i}.was`} value={row.was} />
          <PhaseFields row={row} i={i} refusal={refusal} />
          <p className="actions">
            <button className="button button-small" type="button" disabled={i === 0} onClick={() => move(i, -1)}>
              Up<span className="visually-hidden">: {row.title}</span>
            </button>
            <button
              className="button button-small"
              type="button"
              disabled={i === rows.length - 1}
              onClick={() => move(i, 1)}
            >
              Down<span className="visually-hidden">: {row.title}</span>
            </button>
            <button
              className="button button-small"
              type="button"
              onClick={() => setRows(rows.filter(({ key }) => key !== row.key))}
            >
              Take out<span className="visually-hidden">: {row.title}</span>
            </button>
          </p>
        </fieldset>
      ))}
      <p className="actions">
        <button className="button" type="button" onClick={add}>
          Add a phase
        </button>
        <button className="button button-primary" type="submit">
          Save the agenda
        </button>
      </p>
    </Form>
  )
}

function PhaseFields({ row, i, refusal }: { row: Row; i: number; refusal: Refusal | undefined }) {
  return (
    <>
      <div className="form-row">
        <Field name={`${i}.kind`} label="What for" refusal={refusal}>
          {(control) => (
            <select {...control} defaultValue={row.kind}>
              {phaseKinds.map((kind) => (
                <option key={kind} value={kind}>
                  {phaseNames[kind]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field name={`${i}.title`} label="Title" refusal={refusal}>
          {(control) => <input {...control} type="text" defaultValue={row.title} maxLength={200} />}
        </Field>
        <Field name={`${i}.minutes`} label="Minutes (0: no limit)" refusal={refusal}>
          {(control) => <input {...control} type="number" min={0} max={240} defaultValue={row.minutes} />}
        </Field>
        <Field name={`${i}.writers`} label="Writes into the drafts" refusal={refusal}>
          {(control) => (
            <select {...control} defaultValue={row.writers}>
              {writers.map((who) => (
                <option key={who} value={who}>
                  {writerNames[who]}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <Field name={`${i}.instruction`} label="Instruction for everybody" refusal={refusal}>
        {(control) => <input {...control} type="text" defaultValue={row.instruction} maxLength={200} />}
      </Field>
      <Field name={`${i}.material`} label="To read (optional)" refusal={refusal}>
        {(control) => <textarea {...control} defaultValue={row.material} rows={2} />}
      </Field>
      <label className="choice">
        <input type="checkbox" name={`${i}.locksAtEnd`} value="yes" defaultChecked={row.locksAtEnd} />
        <span>Writing locks fifteen seconds after its time is up</span>
      </label>
    </>
  )
}

function rowOf(phase: PhaseView): Row {
  const { position, kind, title, minutesNow, writers, locksAtEnd, instruction, material } = phase
  const was = String(position)
  return {
    key: `was-${was}`,
    was,
    kind,
    title,
    minutes: String(minutesNow),
    writers,
    locksAtEnd,
    instruction,
    material,
  }
}
