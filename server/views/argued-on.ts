import { listLiveDrafts, listOpenBallots, listOpenThreads } from '../../db/queries/deliberation.ts'
import { toDraftThing } from '../../db/queries/drafts.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import { stateLabels } from '../../domain/drafts/moves.ts'
import { isHearing, threadKindLabels } from '../../domain/threads/words.ts'
import type { Deps } from '../deps.ts'
import { ballotThing } from '../usecases/ballots/ballot-access.ts'

/** Something about an entry that is open to argument or vote now. */
export interface Argued {
  id: string
  what: 'ballot' | 'hearing' | 'thread' | 'draft'
  /** What sort of thing it is. */
  label: string
  /** Title of a thread, state of a draft; empty where the label says it. */
  words: string
  /** Null for those who may know that it is there and may not read it. */
  href: string | null
  /** When a ballot closes, in milliseconds since 1970. */
  closesAt: number | null
}

/** Of each sort so many are looked up for one page. */
const most = 400

/**
 * What is being argued, drafted and voted on about each of some published entries, as far as this viewer may know:
 * ballots first, then hearings, threads and drafts.
 */
export async function arguedOn(
  deps: Deps,
  viewer: Viewer | null,
  entryIds: readonly string[],
): Promise<(entryId: string) => readonly Argued[]> {
  if (entryIds.length === 0) return () => []
  const q = deps.store.read
  const [threads, drafts, ballots] = await Promise.all([
    listOpenThreads(q, { entryIds, limit: most }),
    listLiveDrafts(q, { entryIds, limit: most }),
    listOpenBallots(q, { entryIds, limit: most }),
  ])
  const found: { entryId: string; argued: Argued }[] = []
  for (const { ballot } of ballots) {
    const mayRead = can(viewer, 'ballot.read', await ballotThing(q, ballot, viewer))
    const href = mayRead ? `/ballots/${ballot.id}` : null
    const argued = {
      id: ballot.id,
      what: 'ballot',
      label: 'Ballot',
      words: '',
      href,
      closesAt: ballot.closesAt,
    } as const
    found.push({ entryId: ballot.entryId, argued })
  }
  for (const { id, title, kind, entryId } of [...threads].sort((x, y) => rank(x.kind) - rank(y.kind))) {
    const what = isHearing(kind) ? 'hearing' : 'thread'
    const argued = {
      id,
      what,
      label: threadKindLabels[kind],
      words: title,
      href: `/threads/${id}`,
      closesAt: null,
    } as const
    found.push({ entryId, argued })
  }
  for (const { draft } of drafts) {
    const href = can(viewer, 'draft.read', toDraftThing(draft, null)) ? `/drafts/${draft.id}` : null
    const words = stateLabels[draft.state].toLowerCase()
    const argued = { id: draft.id, what: 'draft', label: 'Draft revision', words, href, closesAt: null } as const
    found.push({ entryId: draft.entryId, argued })
  }
  const byEntry = new Map<string, Argued[]>()
  for (const { entryId, argued } of found) byEntry.set(entryId, [...(byEntry.get(entryId) ?? []), argued])
  return (entryId) => byEntry.get(entryId) ?? []
}

function rank(kind: Parameters<typeof isHearing>[0]): number {
  return isHearing(kind) ? 0 : 1
}
