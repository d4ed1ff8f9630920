import { findBallot } from '../../db/queries/ballots.ts'
import { listMainLine } from '../../db/queries/version-lists.ts'
import type { Q } from '../../db/store.ts'
import { yesWords } from '../../domain/ballots/rules/share-requirement.ts'
import { yesCount } from '../../domain/ballots/tally.ts'
import type { EntryKind } from '../../domain/entries/kinds.ts'
import { agreedSince } from '../../domain/publishing/agreement.ts'
import { partLabel, placeOfPart, placesOf } from '../../domain/threads/place.ts'

/** Parts of the current text that one version decided, and how. */
export interface AgreedParts {
  n: number
  parts: { part: string; label: string; openThreads: number }[]
  /** "5 of 6 votes said yes (83.3 %)"; what decided it otherwise. */
  words: string
  ballot: string | null
}

/**
 * How far each part of an entry is agreed: since which version it says what it says, what decided that, and how many
 * open threads argue about it (publishing SPEC [P28]).
 *
 * @param open open threads by place.
 */
export async function agreementOf(
  q: Q,
  { entryId, kind }: { entryId: string; kind: EntryKind },
  open: Readonly<Record<string, { open: number }>>,
): Promise<AgreedParts[]> {
  const line = await listMainLine(q, entryId)
  const order = ['title', ...placesOf(kind), 'declarations']
  const groups: AgreedParts[] = []
  for (const { n, parts } of agreedSince(line, order)) {
    const version = line.find((one) => one.n === n)
    const decided = version?.ballotId ? await findBallot(q, version.ballotId) : undefined
    const share = decided?.outcome && decided.outcome.options === undefined ? decided.outcome.tally : null
    groups.push({
      n,
      parts: parts.map((part) => ({
        part,
        label: partLabel(kind, part),
        openThreads: open[placeOfPart(part)]?.open ?? 0,
      })),
      words: share ? yesWords(yesCount(share), yesCount(share) + share.object) : (version?.decision.summary ?? ''),
      ballot: decided ? `/ballots/${decided.id}` : null,
    })
  }
  return groups
}
