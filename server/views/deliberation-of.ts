import { listVersionPassages } from '../../db/queries/anchors.ts'
import { listLiveDrafts, listOpenBallots } from '../../db/queries/deliberation.ts'
import { countOpenThreads, toDraftThing } from '../../db/queries/drafts.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import type { DraftState } from '../../domain/drafts/moves.ts'
import type { ThreadKind } from '../../domain/threads/words.ts'
import { threadKindLabels, threadKinds } from '../../domain/threads/words.ts'
import type { Deps } from '../deps.ts'
import { ballotThing } from '../usecases/ballots/ballot-access.ts'
import type { Passage } from './passages.ts'
import { passageOf } from './passages.ts'
import type { PendingChanges } from './pending-changes.ts'
import { pendingChanges } from './pending-changes.ts'
import type { ThreadSummary } from './threads-of.ts'
import { threadsOf } from './threads-of.ts'

/** What is being argued and decided about a published entry, as far as this viewer may know. */
export interface Deliberation {
  /** Drafts in progress; without a link for those who may not read them. */
  drafts: {
    id: string
    state: DraftState
    href: string | null
    openThreads: number
    /** What it would change of the current version; null while it is written, or not for the viewer. */
    changes: PendingChanges | null
  }[]
  /** Open ballots; without a link for those who may not read them. */
  ballots: { id: string; closesAt: number; href: string | null }[]
  /** Threads that everybody may read, open ones first. */
  threads: ThreadSummary[]
  /** The words of the current version that threads are about. */
  passages: Passage[]
  /** Open threads by kind; kinds without any are left out. */
  open: { kind: ThreadKind; label: string; n: number }[]
  /** Where each place is argued: its one thread, or the list of them. */
  places: Record<string, { open: number; total: number; href: string }>
}

/** @throws AppError `not-found` when the entry is not published. */
export async function deliberationOf(
  deps: Deps,
  viewer: Viewer | null,
  entryId: string,
  version: number,
): Promise<Deliberation> {
  const q = deps.store.read
  const [{ threads, byPlace }, drafts, ballots, passages] = await Promise.all([
    threadsOf(deps, viewer, { entryId }),
    listLiveDrafts(q, { entryId }),
    listOpenBallots(q, { entryId }),
    listVersionPassages(q, entryId, version),
  ])
  const readable = drafts.filter(({ draft }) => can(viewer, 'draft.read', toDraftThing(draft, null)))
  const openThreads = await countOpenThreads(
    q,
    readable.map(({ draft }) => draft.id),
  )
  const seen = new Set(readable.map(({ draft }) => draft.id))
  const about = { entryId, n: version }
  const changes = await pendingChanges(
    deps,
    viewer,
    about,
    readable.map(({ draft }) => draft),
  )
  return {
    drafts: drafts.map(({ draft: { id, state } }) => ({
      id,
      state,
      href: seen.has(id) ? `/drafts/${id}` : null,
      openThreads: openThreads.get(id) ?? 0,
      changes: changes.get(id) ?? null,
    })),
    ballots: await Promise.all(
      ballots.map(async ({ ballot }) => ({
        id: ballot.id,
        closesAt: ballot.closesAt,
        href: can(viewer, 'ballot.read', await ballotThing(q, ballot, viewer)) ? `/ballots/${ballot.id}` : null,
      })),
    ),
    threads,
    passages: passages.map(passageOf),
    open: threadKinds.flatMap((kind) => {
      const n = threads.filter((thread) => thread.kind === kind && thread.state === 'open').length
      return n > 0 ? [{ kind, label: threadKindLabels[kind], n }] : []
    }),
    places: Object.fromEntries(
      Object.entries(byPlace).map(([place, counts]) => {
        const here = threads.filter((thread) => thread.place === place)
        const href = here.length === 1 && here[0] ? `/threads/${here[0].id}` : '#threads'
        return [place, { ...counts, href }]
      }),
    ),
  }
}
