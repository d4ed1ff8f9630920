import { rulePhrase } from '#app/features/paths/rule-words.ts'
import type { PathHere } from '#server/views/path-here.ts'

type Step = PathHere['next']['shown'][number]

/** Steps one can take, each with the rule that gives it. */
export function StepList({ steps, total }: { steps: readonly Step[]; total: number }) {
  return (
    <>
      <ul className="list-plain steps">
        {steps.map(({ slug, title, href, rules, horizon, walked }) => (
          <li key={slug}>
            <a href={href}>{title}</a>
            {walked ? <span className="state">you were there</span> : null}
            <span className="step-line">{[horizon, rulePhrase(rules)].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ul>
      {steps.length < total ? (
        <p className="ui muted">
          The first {steps.length} of {total}.
        </p>
      ) : null}
    </>
  )
}
