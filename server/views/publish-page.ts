import { findActorName } from '../../db/queries/actors.ts'
import { listApprovals } from '../../db/queries/approvals.ts'
import type { EntryRow } from '../../db/queries/entries.ts'
import type { PlanRow } from '../../db/queries/publication-plans.ts'
import { findPlan } from '../../db/queries/publication-plans.ts'
import type { SnapshotRow } from '../../db/queries/snapshots.ts'
import { findSnapshot } from '../../db/queries/snapshots.ts'
import { findVersion, lastVersionNumber } from '../../db/queries/versions.ts'
import type { Q } from '../../db/store.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import type { Comparison } from '../../domain/compare/contents.ts'
import { kindPath } from '../../domain/entries/kinds.ts'
import type { Requirement } from '../../domain/publishing/merge-box.ts'
import { canPublish, nextVersion } from '../../domain/publishing/merge-box.ts'
import { inAYear } from '../../domain/publishing/shelf-life.ts'
import type { Deps } from '../deps.ts'
import { AppError } from '../errors.ts'
import { readableDraft } from '../usecases/drafts/draft-for.ts'
import { publicationOf } from '../usecases/versions/publication-of.ts'
import { atlasIndex, indexWith } from './atlas-index.ts'
import { comparison } from './comparison.ts'
import type { EntryPanels } from './entry-panels.ts'
import { entryPanels } from './entry-panels.ts'
import type { MinorityNote } from './minority-notes.ts'
import { minorityNotesOf } from './minority-notes.ts'

/** The text that would be published, as its page will show it. */
interface Preview {
  hash: string
  title: string
  /** Its panels, with what follows from the text for relations, people and counts. */
  panels: EntryPanels
  comparison: Comparison
  before: number | null
  /** Objections that travel with the version. */
  minorityNotes: MinorityNote[]
}

export interface PublishPage {
  draft: { id: string; title: string; state: string }
  /** As forms and addresses name the entry: `strategies/<slug>`. */
  place: string
  /** The page of the entry; null while nothing is published. */
  entryPath: string | null
  next: number
  /** Null when no ballot has frozen a text. */
  preview: Preview | null
  requirements: Requirement[]
  /** True when a press of the button would publish. */
  ready: boolean
  /** What a moderator said that the ballot decided; empty while nobody did. */
  statement: string
  /** Where the ballot asks for a second moderator: who agreed to exactly this text. */
  second: { snapshotId: string; approvals: Approval[]; mine: boolean } | null
  /** When it is or was to be published by itself; null where nothing was planned. */
  plan: { at: number; by: string; state: PlanRow['state']; refusal: string | null } | null
  /** A year from now, `2027-11-24`. */
  review: string
}

interface Approval {
  actorId: string
  name: string
  note: string
  at: number
}

/**
 * What a moderator sees before publishing a draft: the frozen text, what it changes, and the merge box.
 *
 * @throws AppError `signed-out`, `not-allowed`, `not-found`.
 */
export async function publishPage(deps: Deps, viewer: Viewer | null, draftId: string): Promise<PublishPage> {
  const q = deps.store.read
  if (!viewer) throw new AppError('signed-out', 'Sign in to see this.')
  if (!can(viewer, 'moderation.read', null)) throw new AppError('not-allowed', 'Only moderators publish.')
  const { draft } = await readableDraft(q, viewer, draftId)
  const { entry, ballot, snapshot, requirements } = await publicationOf(q, draft, viewer.actorId)
  const plan = await findPlan(q, draft.id)
  const current = entry.currentVersion === null ? undefined : await findVersion(q, entry.id, entry.currentVersion)
  const before = current && (await findSnapshot(q, current.snapshotId))
  const next = nextVersion(await lastVersionNumber(q, entry.id))
  return {
    place: `${kindPath[entry.kind]}/${entry.slug}`,
    draft: { id: draft.id, title: snapshot?.content.title ?? draft.title, state: draft.state },
    entryPath: current ? `/${kindPath[entry.kind]}/${entry.slug}` : null,
    next,
    preview: snapshot
      ? {
          hash: snapshot.hash,
          title: snapshot.content.title,
          panels: await panelsWith(deps, entry, snapshot, next),
          comparison: await comparison(deps, before?.content ?? null, snapshot.content),
          before: current?.n ?? null,
          minorityNotes: await minorityNotesOf(deps, draft.id),
        }
      : null,
    requirements,
    ready: canPublish(requirements) && draft.deletedAt === null,
    statement: ballot?.statement ?? '',
    second:
      ballot?.secondModerator && snapshot ? await secondOf(q, { draftId, snapshotId: snapshot.id }, viewer) : null,
    plan: plan
      ? { at: plan.at, by: await findActorName(q, plan.plannedBy), state: plan.state, refusal: plan.refusal }
      : null,
    review: inAYear(deps.now()),
  }
}

async function secondOf(q: Q, text: { draftId: string; snapshotId: string }, { actorId }: Viewer) {
  const approvals = await listApprovals(q, text)
  return { snapshotId: text.snapshotId, approvals, mine: approvals.some((one) => one.actorId === actorId) }
}

async function panelsWith(
  deps: Deps,
  { id, kind, slug }: EntryRow,
  { content, hash }: SnapshotRow,
  n: number,
): Promise<EntryPanels> {
  const head = { entryId: id, kind, slug, title: content.title, n }
  const entry = { ...head, content, hash, versionId: '', publishedAt: deps.now(), expiresAt: null }
  return entryPanels(indexWith(await atlasIndex(deps), entry), entry)
}
