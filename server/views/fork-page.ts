import { findActorName } from '../../db/queries/actors.ts'
import type { DraftRow } from '../../db/queries/drafts.ts'
import { findDraft } from '../../db/queries/drafts.ts'
import { findEntryById } from '../../db/queries/entries.ts'
import { isOpenDraft } from '../../domain/access/draft-rights.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import type { Comparison } from '../../domain/compare/contents.ts'
import type { DraftState } from '../../domain/drafts/moves.ts'
import { afterMove } from '../../domain/drafts/moves.ts'
import { whyReadOnly } from '../../domain/drafts/roles.ts'
import { partHashes } from '../../domain/entries/content-hash.ts'
import { kindPath } from '../../domain/entries/kinds.ts'
import type { Ancestor } from '../../domain/forks/ancestor.ts'
import type { ChangedBy, PartDifference } from '../../domain/forks/parts.ts'
import { differingParts, partsOf } from '../../domain/forks/parts.ts'
import { mergedParts, mergeHash } from '../../domain/forks/take.ts'
import { suggestPlace } from '../../domain/suggestions/place.ts'
import { dayOf } from '../../domain/text/day.ts'
import { placeOfPart } from '../../domain/threads/place.ts'
import type { Deps } from '../deps.ts'
import { readableDraft } from '../usecases/drafts/draft-for.ts'
import type { Side } from '../usecases/drafts/two-drafts.ts'
import { ancestorOf, draftAgainst } from '../usecases/drafts/two-drafts.ts'
import { comparison } from './comparison.ts'

interface ForkSide {
  id: string
  title: string
  state: DraftState
  owner: string
}

/** A part in which the two drafts differ, and what may be done about it. */
export interface ForkPart {
  part: string
  label: string
  changedBy: ChangedBy
  /** Hashes of the part on either side: what the reader sees. */
  mine: string
  theirs: string
  /** Where the other's words may be suggested; null where that cannot be. */
  suggestHref: string | null
}

export interface ForkPage {
  entry: { title: string; href: string }
  /** The draft whose page it is: what is taken over goes into it. */
  draft: ForkSide
  other: ForkSide
  /** To which text both go back, in words; null where that is not known. */
  ancestor: string | null
  parts: ForkPart[]
  /** Labels of the parts that say the same and are not empty. */
  same: string[]
  /** What taking over everything would change in the draft. */
  comparison: Comparison
  rights: { write: boolean; close: boolean }
  /** Why the viewer may not take anything over; null when they may. */
  whyNot: string | null
  /** What merging would take over; null when there is nothing. */
  merge: { labels: string[]; seen: string } | null
}

/**
 * Two drafts of one entry held against each other, part by part (forks SPEC [K6]–[K8]).
 *
 * @throws AppError `signed-out`, `not-found`, `bad-input` for the draft itself or one of another entry.
 */
export async function forkPage(
  deps: Deps,
  viewer: Viewer | null,
  { id, other: otherId }: { id: string; other: string },
): Promise<ForkPage> {
  const q = deps.store.read
  const here = await readableDraft(q, viewer, id)
  const there = await draftAgainst(q, viewer, here.draft, otherId)
  const { draft } = here
  const [mine, theirs, ancestor, entry] = await Promise.all([
    deps.collab.readDraft(draft.id).then(({ content }) => content),
    deps.collab.readDraft(there.draft.id).then(({ content }) => content),
    ancestorOf(q, draft, there.draft),
    findEntryById(q, draft.entryId),
  ])
  if (!entry) throw new Error(`draft ${id} has no entry`)
  const differences = differingParts(mine, theirs, ancestor?.content ?? null)
  const differing = new Set(differences.map(({ part }) => part))
  const write = can(viewer, 'draft.write', here.thing)
  const suggest = !write && can(viewer, 'suggestion.make', here.thing)
  const says = partHashes(mine)
  const toMerge = mergedParts(differences)
  return {
    entry: { title: entry.title, href: `/${kindPath[draft.kind]}/${entry.slug}` },
    draft: await sideOf(q, here, mine.title),
    other: await sideOf(q, there, theirs.title),
    ancestor: ancestor && (await ancestorWords(q, ancestor.at)),
    parts: differences.map((one) => ({
      ...one,
      suggestHref: suggest ? suggestHref(draft, there.draft.id, one) : null,
    })),
    same: partsOf(draft.kind)
      .filter(({ part }) => !differing.has(part) && part in says)
      .map(({ label }) => label),
    comparison: await comparison(deps, mine, theirs),
    rights: {
      write,
      close:
        can(viewer, 'draft.move', there.thing) &&
        afterMove(there.draft.state, 'merge') !== null &&
        isOpenDraft(here.thing),
    },
    whyNot: write ? null : whyReadOnly(viewer, here.thing),
    merge: write && toMerge.length > 0 ? { labels: toMerge.map(({ label }) => label), seen: mergeHash(toMerge) } : null,
  }
}

async function sideOf(q: Deps['store']['read'], { draft }: Side, title: string): Promise<ForkSide> {
  return { id: draft.id, title, state: draft.state, owner: await findActorName(q, draft.ownerId) }
}

/** To which text both drafts go back, as part of a sentence. */
async function ancestorWords(q: Deps['store']['read'], at: Ancestor): Promise<string> {
  if (at.type === 'version') return `version ${at.n} of the entry, from which both began`
  const fork = await findDraft(q, at.draftId)
  return `the text as it was forked on ${dayOf(fork?.createdAt ?? 0)}`
}

function suggestHref({ id, kind }: DraftRow, other: string, { part }: PartDifference): string | null {
  const place = placeOfPart(part)
  if (suggestPlace(kind, place) === null) return null
  return `/drafts/${id}/suggestions/new?${new URLSearchParams({ place, fork: other })}`
}
