import { Choice } from '#app/features/reading/choice.tsx'
import type { SignalsPage } from '#server/views/signals-page.ts'

/** What the ledger is narrowed to, as a form that asks for another address. */
export function SignalFilter({ page: { chosen, options } }: { page: SignalsPage }) {
  return (
    <form method="get" action="/signals" className="filter-row" aria-label="Narrow the ledger">
      <Facet name="lever" label="Lever" all="All levers" value={chosen.lever} options={options.lever} />
      <Facet name="state" label="State" all="All states" value={chosen.state} options={options.state} />
      <Facet name="review" label="Review" all="Due or not" value={chosen.review} options={options.review} />
      <Facet name="hearing" label="Hearing" all="With or without" value={chosen.hearing} options={options.hearing} />
      <Facet
        name="threshold"
        label="Threshold"
        all="Written or not"
        value={chosen.threshold}
        options={options.threshold}
      />
      <button type="submit" className="button button-primary">
        Show
      </button>
    </form>
  )
}

interface FacetProps {
  name: string
  label: string
  all: string
  value: string | undefined
  options: SignalsPage['options']['lever']
}

function Facet({ options, ...rest }: FacetProps) {
  return (
    <Choice form="signals" {...rest}>
      {options.map(({ id, label, n }) => (
        <option key={id} value={id}>
          {label} ({n})
        </option>
      ))}
    </Choice>
  )
}
