import { findActorName } from '../../db/queries/actors.ts'
import type { BallotRow } from '../../db/queries/ballots.ts'
import type { listDrafts } from '../../db/queries/drafts.ts'
import { findDraftFor, toDraftThing } from '../../db/queries/drafts.ts'
import { findEntryById } from '../../db/queries/entries.ts'
import { findForking } from '../../db/queries/forks.ts'
import { findSnapshot } from '../../db/queries/snapshots.ts'
import { findVersion } from '../../db/queries/versions.ts'
import type { Q } from '../../db/store.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import { forkLabels, forksFault } from '../../domain/ballots/forks.ts'
import { optionLimits } from '../../domain/ballots/options.ts'
import type { Comparison } from '../../domain/compare/contents.ts'
import type { DraftState } from '../../domain/drafts/moves.ts'
import { kindPath } from '../../domain/entries/kinds.ts'
import type { Deps } from '../deps.ts'
import { loadBallot } from '../usecases/ballots/ballot-access.ts'
import { listVoters } from '../usecases/ballots/electorate.ts'
import { readableDraft } from '../usecases/drafts/draft-for.ts'
import { comparison } from './comparison.ts'
import type { ShownContent } from './entry-content.ts'
import { shownContent } from './entry-content.ts'

/** What somebody sees who is about to put competing drafts to one ballot. */
export interface ForkOpening {
  entry: { title: string; href: string }
  forks: { id: string; title: string; label: string; href: string }[]
  question: string
  /** Why no such ballot can be opened now; null when one can. */
  whyNot: string | null
  voters: { actorId: string; name: string; role: string }[]
}

/** @throws AppError `signed-out`, `not-found`. */
export async function forkOpening(deps: Deps, viewer: Viewer | null, ids: readonly string[]): Promise<ForkOpening> {
  const q = deps.store.read
  const found = []
  for (const id of ids.slice(0, optionLimits.most + 1)) found.push(await readableDraft(q, viewer, id))
  const [first] = found
  const entry = first && (await findEntryById(q, first.draft.entryId))
  const mayOpen = found.every(({ thing }) => can(viewer, 'ballot.open', thing))
  const whyNot = mayOpen
    ? forksFault(found.map(({ draft }) => draft))
    : 'A ballot between drafts is opened by whoever may open one about each of them, while each is written or in review.'
  const named = []
  for (const { draft } of found) {
    named.push({
      title: draft.title,
      owner: await findActorName(q, draft.ownerId),
      reason: draft.forkedFrom === null ? null : ((await findForking(q, draft.id))?.reason ?? null),
      isForked: found.some((other) => other.draft.forkedFrom === draft.id),
    })
  }
  const labels = forkLabels(named)
  const forks = found.map(({ draft: { id, title } }, i) => ({
    id,
    title,
    label: labels[i] ?? '',
    href: `/drafts/${id}`,
  }))
  const title = entry?.title ?? ''
  const voters = mayOpen ? await listVoters(deps, q) : []
  return {
    entry: { title, href: entry ? `/${kindPath[entry.kind]}/${entry.slug}` : '/drafts' },
    forks,
    question: `Which text of “${title}” shall be published, if any?`,
    whyNot,
    voters: voters.map(({ actorId, name, role }) => ({ actorId, name, role })),
  }
}

/** One of the texts under vote in a ballot between forks. */
export interface ForkText {
  label: string
  /** Null where the viewer may not read the draft. */
  href: string | null
  /** The frozen text, and what it changes against the version its draft started from; null where it is not for the viewer. */
  text: { shown: ShownContent; comparison: Comparison; contentHash: string; baseVersion: number | null } | null
}

/** The texts of a ballot between forks; none for any other ballot. @throws AppError `signed-out`, `not-found`. */
export async function forkTexts(deps: Deps, viewer: Viewer | null, ballotId: string): Promise<ForkText[]> {
  const q = deps.store.read
  const { ballot } = await loadBallot(q, viewer, ballotId)
  const texts: ForkText[] = []
  for (const { label, draftId, snapshotId } of ballot.options ?? []) {
    if (draftId === undefined || snapshotId === undefined) continue
    const found = await findDraftFor(q, draftId, viewer?.actorId ?? null)
    const snapshot = await findSnapshot(q, snapshotId)
    const mayRead = found !== undefined && can(viewer, 'draft.read', found.thing)
    // What was published is public, whatever its draft was.
    if (!found || !snapshot || !(mayRead || found.draft.state === 'published')) {
      texts.push({ label, href: null, text: null })
      continue
    }
    const n = found.draft.baseVersion
    const version = n === null ? undefined : await findVersion(q, ballot.entryId, n)
    const base = version && (await findSnapshot(q, version.snapshotId))
    texts.push({
      label,
      href: mayRead ? `/drafts/${draftId}` : null,
      text: {
        shown: await shownContent(deps, snapshot.content),
        comparison: await comparison(deps, base?.content ?? null, snapshot.content),
        contentHash: snapshot.hash,
        baseVersion: n,
      },
    })
  }
  return texts
}

/** The draft whose text a ballot between forks took, and where the viewer may publish it; null where it took none. */
export async function takenFork(
  q: Q,
  viewer: Viewer | null,
  { options, outcome }: BallotRow,
): Promise<{ state: DraftState; publishHref: string | null } | null> {
  const won = options?.find(({ id }) => id === outcome?.options?.winner)?.draftId
  const found = won === undefined ? undefined : await findDraftFor(q, won, viewer?.actorId ?? null)
  if (!found) return null
  const mayPublish = can(viewer, 'version.publish', found.thing)
  return { state: found.draft.state, publishHref: mayPublish ? `/moderation/${won}/publish` : null }
}

/**
 * Where the viewer may put a draft and those that compete with it to one ballot; null where that cannot be.
 *
 * @param rows the drafts of its entry.
 */
export function forkBallotHref(
  viewer: Viewer | null,
  draft: { id: string },
  rows: Awaited<ReturnType<typeof listDrafts>>,
): string | null {
  const open = rows.filter((row) => can(viewer, 'ballot.open', toDraftThing(row.draft, row.memberRole)))
  if (!open.some((row) => row.draft.id === draft.id)) return null
  const ids = [draft.id, ...open.map((row) => row.draft.id).filter((id) => id !== draft.id)].slice(0, optionLimits.most)
  const fault = forksFault(open.filter((row) => ids.includes(row.draft.id)).map((row) => row.draft))
  return fault === null ? `/ballots/new?forks=${ids.join(',')}` : null
}
