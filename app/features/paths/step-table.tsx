import { rulePhrase } from '#app/features/paths/rule-words.ts'
import type { PathHere } from '#server/views/path-here.ts'

type Step = PathHere['next']['shown'][number]

/** The edges around one strategy as a table. */
export function StepTable({ title, next, before }: { title: string; next: readonly Step[]; before: readonly Step[] }) {
  const rows = [
    ...before.map((step) => ({ key: `before ${step.slug}`, from: step.title, to: title, rules: step.rules })),
    ...next.map((step) => ({ key: `next ${step.slug}`, from: title, to: step.title, rules: step.rules })),
  ]
  return (
    <table className="table cards-on-phone">
      <caption className="visually-hidden">Edges around {title}</caption>
      <thead>
        <tr>
          <th scope="col">From</th>
          <th scope="col">To</th>
          <th scope="col">By which rule</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, from, to, rules }) => (
          <tr key={key}>
            <th scope="row">{from}</th>
            <td>{to}</td>
            <td>{rulePhrase(rules)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
