import { listWithheld } from '../../db/queries/withheld.ts'
import type { Q } from '../../db/store.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import { decisionReasonWords } from '../../domain/moderation/words.ts'

/** What stands in the place of words that are kept apart (moderation SPEC [Y9], [Y18]). */
export interface HiddenWords {
  /** It waits for a first look; otherwise it was hidden by a decision. */
  waits: boolean
  reason: string | null
  /** What it says, for its author and the moderators; null for everybody else. */
  words: string | null
  /** Where these go on; null for everybody else. */
  href: string | null
}

/**
 * What is kept apart of these things, by their names, as this viewer may see it.
 *
 * @param things each with who wrote it.
 */
export async function hiddenWords(
  q: Q,
  viewer: Viewer | null,
  things: readonly { thing: string; authorId: string | null }[],
): Promise<ReadonlyMap<string, HiddenWords>> {
  const rows = await listWithheld(
    q,
    things.map(({ thing }) => thing),
  )
  if (rows.size === 0) return new Map()
  const moderates = can(viewer, 'moderation.read', null)
  return new Map(
    things.flatMap(({ thing, authorId }) => {
      const row = rows.get(thing)
      if (!row) return []
      const mine = viewer !== null && authorId === viewer.actorId
      const reason = row.decided && row.reason !== null ? decisionReasonWords[row.reason] : null
      const words = moderates || mine ? readable(row.words) : null
      const href = moderates ? `/moderation/cases/${row.caseId}` : mine && row.decided ? `/cases/${row.caseId}` : null
      return [[thing, { waits: !row.decided, reason, words, href }] as const]
    }),
  )
}

/** Kept words as one text; earlier wordings are left out. */
function readable(words: Readonly<Record<string, string>>): string {
  return Object.entries(words)
    .filter(([key]) => !key.startsWith('revision/') && key !== 'visibility')
    .flatMap(([, text]) => textIn(text))
    .filter((text) => text.trim() !== '')
    .join('\n')
}

/** The words in a kept value: itself, or every text in its JSON. */
function textIn(value: string): string[] {
  if (!/^[[{"]/.test(value)) return [value]
  try {
    const found: string[] = []
    JSON.parse(value, (key, inner) => {
      if (typeof inner === 'string' && key !== 'type') found.push(inner)
      return inner
    })
    return found
  } catch {
    return [value]
  }
}
