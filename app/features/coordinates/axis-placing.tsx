import { Form } from '@remix-run/react'
import { FormRefusal } from '#app/components/field.tsx'
import type { Answer } from '#app/features/threads/answer.ts'
import { answerTo } from '#app/features/threads/answer.ts'
import { Hidden } from '#app/features/threads/hidden.tsx'
import type { Option } from '#domain/entries/options.ts'
import { optionLabel } from '#domain/entries/options.ts'
import type { AxisPlaces } from '#server/views/coordinates-page.ts'

interface AxisPlacingProps {
  axis: AxisPlaces
  draftId: string
  mayPlace: boolean
  answer: Answer | undefined
}

/** One axis: what the draft says, one's own place, and the others' once one has placed it. */
export function AxisPlacing({ axis, draftId, mayPlace, answer }: AxisPlacingProps) {
  const { label, options, present, own, spread } = axis
  const hidden = { axis: axis.axis }
  return (
    <section className="axis-placing" id={`axis-${axis.axis}`} aria-labelledby={`axis-${axis.axis}-title`}>
      <h2 id={`axis-${axis.axis}-title`}>{label}</h2>
      <p className="ui">
        The draft says: {present === '' ? 'nothing yet' : optionLabel(options, present)}.{' '}
        {mayPlace ? (
          <a href={`/drafts/${draftId}/suggestions/new?place=field/${axis.axis}`}>
            Suggest another value<span className="visually-hidden"> for {label}</span>
          </a>
        ) : null}
      </p>
      {mayPlace ? (
        <Form method="post" preventScrollReset>
          <Hidden fields={hidden} />
          <FormRefusal refusal={answerTo(answer, hidden)?.refusal} />
          <fieldset className="choices-in-a-row">
            <legend className="visually-hidden">Where do you place it on {label}?</legend>
            {options.map(({ id, label: name, description }) => (
              <label className="choice" key={id} title={description}>
                <input type="radio" name="value" value={id} required defaultChecked={own === id} />
                {name}
              </label>
            ))}
          </fieldset>
          <button type="submit" className="button">
            {own === null ? 'Place it' : 'Move it'}
            <span className="visually-hidden"> on {label}</span>
          </button>
        </Form>
      ) : null}
      {spread ? <Places label={label} options={options} own={own} spread={spread} /> : null}
    </section>
  )
}

const barWidth = 120

function Places({
  label,
  options,
  own,
  spread,
}: Pick<AxisPlaces, 'label' | 'options' | 'own'> & { spread: NonNullable<AxisPlaces['spread']> }) {
  const { counts, n, split } = spread
  const most = Math.max(1, ...counts.map((one) => one.n))
  return (
    <>
      <p className="ui">
        <strong>{difference(spread)}</strong>
        {split ? ` ${division(options, split)}` : ''}
      </p>
      <table className="table">
        <caption className="visually-hidden">
          Places of {n} members on {label}
        </caption>
        <thead>
          <tr>
            <th scope="col">Value</th>
            <th scope="col">Members</th>
          </tr>
        </thead>
        <tbody>
          {counts.map((one) => (
            <tr key={one.id}>
              <th scope="row">
                {optionLabel(options, one.id)}
                {one.id === own ? ' (you)' : ''}
              </th>
              <td>
                <svg
                  className="place-bar"
                  width={barWidth}
                  height={12}
                  viewBox={`0 0 ${barWidth} 12`}
                  aria-hidden="true"
                >
                  <rect className="bar" width={(one.n / most) * barWidth} height={12} />
                </svg>{' '}
                {one.n}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

function difference({ n, steps, values }: NonNullable<AxisPlaces['spread']>): string {
  const members = n === 1 ? '1 member' : `${n} members`
  if (n === 0) return 'Nobody has placed it.'
  if (values === 1) return `${members}, at one value.`
  if (steps === null) return `${members}, at ${values} different values.`
  return `${members}, up to ${steps} ${steps === 1 ? 'step' : 'steps'} apart.`
}

function division(
  options: readonly Option[],
  { sides, counts }: NonNullable<NonNullable<AxisPlaces['spread']>['split']>,
) {
  const side = (i: 0 | 1) => `${counts[i]} at ${sides[i].map((id) => optionLabel(options, id)).join(' or ')}`
  return `They split: ${side(0)}, ${side(1)}.`
}
