import { Form, useNavigation } from '@remix-run/react'
import { Hidden } from '#app/features/threads/hidden.tsx'
import { ComparedField } from '#app/features/versions/compared-field.tsx'
import { ComparedLines } from '#app/features/versions/compared-lines.tsx'
import { ComparedRelations } from '#app/features/versions/comparison.tsx'
import { Words } from '#app/features/versions/words.tsx'
import type { Comparison } from '#domain/compare/contents.ts'
import type { ChangedBy } from '#domain/forks/parts.ts'
import type { ForkPage, ForkPart } from '#server/views/fork-page.ts'

/** Every part in which the two drafts differ, with the way to take it over. */
export function ForkParts({ page }: { page: ForkPage }) {
  return page.parts.map((part) => (
    <section key={part.part} className="fork-part comparison" id={part.part} aria-label={part.label}>
      <h2>
        {part.label} <ChangedMark by={part.changedBy} />
      </h2>
      <Difference comparison={page.comparison} part={part.part} />
      <PartActs page={page} part={part} />
    </section>
  ))
}

const marks: Record<ChangedBy, { glyph: string; words: string } | null> = {
  they: { glyph: '→', words: 'only they changed it' },
  you: { glyph: '←', words: 'only this draft changed it' },
  both: { glyph: '↔', words: 'both changed it' },
  unknown: null,
}

function ChangedMark({ by }: { by: ChangedBy }) {
  const mark = marks[by]
  if (!mark) return null
  return (
    <span className={`state ${by === 'both' ? 'state-warn' : by === 'they' ? 'state-info' : ''}`}>
      <span aria-hidden="true">{mark.glyph}</span> {mark.words}
    </span>
  )
}

/** What taking a part over would change. */
export function Difference({ comparison, part }: { comparison: Comparison; part: string }) {
  const [group, id] = part.split('/')
  if (part === 'title') {
    return (
      <p className="compared-line">
        <Words parts={comparison.title ?? []} />
      </p>
    )
  }
  if (part === 'declarations') return <ComparedRelations relations={comparison.relations} />
  if (group === 'section') {
    const section = comparison.sections.find((one) => one.id === id)
    return section ? <ComparedLines lines={section.lines} /> : null
  }
  const field = comparison.fields.find((one) => one.id === id)
  return field ? (
    <dl className="compared-fields fork-field">
      <ComparedField field={field} />
    </dl>
  ) : null
}

function PartActs({ page: { rights }, part }: { page: ForkPage; part: ForkPart }) {
  const { state } = useNavigation()
  if (rights.write) {
    return (
      <Form method="post">
        <Hidden fields={{ intent: 'take', part: part.part, mine: part.mine, theirs: part.theirs }} />
        <button className="button button-small" type="submit" disabled={state !== 'idle'}>
          {state === 'idle' ? 'Take this part over' : 'Loading both texts …'}
          <span className="visually-hidden">: {part.label}</span>
        </button>
      </Form>
    )
  }
  if (part.suggestHref) {
    return (
      <p className="ui">
        <a href={part.suggestHref}>
          Suggest this part<span className="visually-hidden">: {part.label}</span>
        </a>
      </p>
    )
  }
  return null
}
