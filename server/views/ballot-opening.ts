import { findEntryById } from '../../db/queries/entries.ts'
import { listHolds } from '../../db/queries/holds.ts'
import type { PresetRow } from '../../db/queries/presets.ts'
import { listPresets } from '../../db/queries/presets.ts'
import { findSnapshot } from '../../db/queries/snapshots.ts'
import { findVersion, lastVersionNumber } from '../../db/queries/versions.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import { ballotQuestion } from '../../domain/ballots/question.ts'
import type { Comparison } from '../../domain/compare/contents.ts'
import { completeness, missing } from '../../domain/entries/completeness.ts'
import { contentHash } from '../../domain/entries/content-hash.ts'
import { heldWords, running } from '../../domain/objections/holds.ts'
import { nextVersion } from '../../domain/publishing/merge-box.ts'
import type { Deps } from '../deps.ts'
import { listVoters } from '../usecases/ballots/electorate.ts'
import { readableDraft } from '../usecases/drafts/draft-for.ts'
import { comparison } from './comparison.ts'
import type { ShownContent } from './entry-content.ts'
import { shownContent } from './entry-content.ts'

export interface BallotOpening {
  draft: { id: string; title: string; state: string; baseVersion: number | null }
  /** Why no ballot can be opened now; null when one can. */
  whyNot: string | null
  question: string
  contentHash: string
  shown: ShownContent
  comparison: Comparison
  /** What publication will ask for and the text lacks. */
  missing: string[]
  /** Empty parts that do not hold publication back. */
  empty: string[]
  /** True when another version was published since the draft began. */
  outdated: boolean
  /** Ways of deciding that it may begin with. */
  presets: Omit<PresetRow, 'position' | 'updatedAt' | 'archivedAt'>[]
  voters: { actorId: string; name: string; role: string }[]
}

/**
 * What somebody sees who is about to open a ballot: the text as it would be frozen, and who could vote.
 *
 * @throws AppError `signed-out`, `not-found`.
 */
export async function ballotOpening(deps: Deps, viewer: Viewer | null, draftId: string): Promise<BallotOpening> {
  const q = deps.store.read
  const { draft, thing } = await readableDraft(q, viewer, draftId)
  const { content } = await deps.collab.readDraft(draftId)
  const entry = await findEntryById(q, draft.entryId)
  const version = draft.baseVersion === null ? undefined : await findVersion(q, draft.entryId, draft.baseVersion)
  const before = version && (await findSnapshot(q, version.snapshotId))
  const items = completeness(content)
  const [hold] = running(await listHolds(q, draftId), deps.now())
  const mayOpen = can(viewer, 'ballot.open', thing)
  return {
    draft: { id: draft.id, title: content.title, state: draft.state, baseVersion: draft.baseVersion },
    whyNot: mayOpen ? (hold ? heldWords(hold) : null) : whyNot(draft.state, can(viewer, 'draft.manage', thing)),
    question: ballotQuestion(content, nextVersion(await lastVersionNumber(q, draft.entryId))),
    contentHash: contentHash(content),
    shown: await shownContent(deps, content),
    comparison: await comparison(deps, before?.content ?? null, content),
    missing: missing(items).map(({ label }) => label),
    empty: items.filter(({ required, state }) => !required && state === 'empty').map(({ label }) => label),
    outdated: (entry?.currentVersion ?? null) !== draft.baseVersion,
    presets: mayOpen ? await listPresets(q, { archived: false }) : [],
    voters: mayOpen ? (await listVoters(deps, q)).map(({ actorId, name, role }) => ({ actorId, name, role })) : [],
  }
}

function whyNot(state: string, manages: boolean): string {
  if (!manages) return 'Only the owner of this draft or a moderator may open a ballot about it.'
  return state === 'ballot-open'
    ? 'A ballot about this draft is open already.'
    : 'A ballot opens from writing or in review. Take the draft back to writing first.'
}
