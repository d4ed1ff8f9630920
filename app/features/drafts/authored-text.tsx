import type { Around } from '#app/components/prose.tsx'
import { Prose } from '#app/components/prose.tsx'
import { authorOf } from '#domain/history/shares.ts'
import type { DraftAuthors, LegendPerson } from '#server/views/draft-authors.ts'

/** The look of the n-th person: one of eight colours with one of five lines, so that forty differ. */
export function byClass(people: readonly LegendPerson[], actorId: string | null): string {
  if (actorId === null) return 'by by-nobody'
  const n = people.findIndex((person) => person.actorId === actorId)
  return `by by-colour-${n % 8} by-line-${n % 5}`
}

/** The text of a draft with a mark on every passage that somebody wrote. */
export function AuthoredText({ sections, people }: { sections: DraftAuthors['sections']; people: LegendPerson[] }) {
  const around: Around = (node, words) => {
    const by = authorOf(node)
    const person = people.find((one) => one.actorId === by)
    if (by === undefined || by === null || !person || node.text.trim() === '') return words
    return (
      <span className={byClass(people, by)} data-by={person.name}>
        <span className="by-initials" aria-hidden="true">
          {person.initials}
        </span>
        <span className="visually-hidden">[{person.name}:] </span>
        {words}
        <span className="visually-hidden"> [end]</span>
      </span>
    )
  }
  if (sections.length === 0) return <p className="muted">This draft has no prose yet.</p>
  return (
    <div className="prose authored">
      {sections.map((section) => (
        <section key={section.id} id={section.id} aria-labelledby={`authored-${section.id}`}>
          <h2 id={`authored-${section.id}`}>{section.label}</h2>
          <Prose blocks={section.blocks} around={around} />
        </section>
      ))}
    </div>
  )
}
