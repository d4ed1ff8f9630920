interface ConceptPresetsProps {
  presets: readonly { id: string; name: string; rule: string }[]
}

/** Ways of deciding that a concept compares, each as something one can try; nothing where it compares none. */
export function ConceptPresets({ presets }: ConceptPresetsProps) {
  if (presets.length === 0) return null
  return (
    <section id="try" className="panel" aria-labelledby="try-head">
      <h2 id="try-head">Try these ways of deciding</h2>
      <p>Each can be chosen for a ballot about a draft here.</p>
      <ul>
        {presets.map(({ id, name, rule }) => (
          <li key={id}>
            <a href={`/ballots/presets#${id}`}>{name}</a> <span className="muted">{rule}</span>
          </li>
        ))}
      </ul>
      <p>
        <a href="/drafts/new">Begin a draft to try one on</a>
      </p>
    </section>
  )
}
