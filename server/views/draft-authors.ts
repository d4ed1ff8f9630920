import { authoredFields, authoredSections } from '../../collab/authored-content.ts'
import { listPeople } from '../../db/queries/history.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import type { AuthoredSection } from '../../domain/history/shares.ts'
import { countCharacters, percentages } from '../../domain/history/shares.ts'
import type { Deps } from '../deps.ts'
import { historiesOf } from '../history/histories.ts'
import { fieldId } from '../history/replay.ts'
import { readableDraft } from '../usecases/drafts/draft-for.ts'
import { fieldLabel } from './draft-history.ts'

export interface LegendPerson {
  /** Null for the words the draft began with. */
  actorId: string | null
  name: string
  /** Two letters at most, different for everybody. */
  initials: string
  characters: number
  /** Whole percent of everything that stands in the text; they add up to 100. */
  share: number
}

export interface DraftAuthors {
  draft: { id: string; title: string }
  /** Most first; the words the draft began with last. */
  people: LegendPerson[]
  sections: AuthoredSection[]
  /** Who set which field last, in the kind's order. */
  fields: { label: string; actorIds: (string | null)[] }[]
}

/**
 * Who wrote what stands in a draft now.
 *
 * @throws AppError `signed-out`, `not-found`.
 */
export async function draftAuthors(deps: Deps, viewer: Viewer | null, id: string): Promise<DraftAuthors> {
  const q = deps.store.read
  const { draft } = await readableDraft(q, viewer, id)
  const { kind, generation, baseVersion } = draft
  const { sections, fields } = await historiesOf(deps.store).read({ draftId: id, kind, generation }, (replay) => ({
    sections: authoredSections(replay.attribution),
    fields: authoredFields(replay.attribution),
  }))
  const counted = countCharacters(sections, fields)
  const names = await listPeople(
    q,
    [...counted.keys()].filter((by) => by !== null),
  )
  const began = baseVersion === null ? 'As the draft began' : `Version ${baseVersion}`
  const order = [...counted].sort(([a, m], [b, n]) => Number(a === null) - Number(b === null) || n - m)
  const shares = percentages(order.map(([, characters]) => characters))
  const initials = initialsOf(order.map(([by]) => (by === null ? began : (names.get(by)?.name ?? ''))))
  const byField = new Map<string, Set<string | null>>()
  for (const { key, by } of fields) {
    const field = fieldId(kind, key)
    if (field) byField.set(field, (byField.get(field) ?? new Set()).add(by))
  }
  return {
    draft: { id, title: draft.title },
    people: order.map(([actorId, characters], i) => ({
      actorId,
      name: actorId === null ? began : (names.get(actorId)?.name ?? ''),
      initials: initials[i] ?? '',
      characters,
      share: shares[i] ?? 0,
    })),
    sections,
    fields: [...byField].map(([field, by]) => ({ label: fieldLabel(kind, field), actorIds: [...by] })),
  }
}

/** First letters of first and last name; a number follows where two people would look alike. */
function initialsOf(names: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return names.map((name) => {
    const words = name.trim().split(/\s+/)
    const letters = [words[0], words.length > 1 ? words.at(-1) : undefined]
      .map((word) => [...(word ?? '')][0] ?? '')
      .join('')
      .toLocaleUpperCase('en')
    const n = (seen.get(letters) ?? 0) + 1
    seen.set(letters, n)
    return n === 1 ? letters : `${letters}${n}`
  })
}
