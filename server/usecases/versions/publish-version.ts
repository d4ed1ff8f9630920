import { findActorName } from '../../../db/queries/actors.ts'
import type { BallotRow } from '../../../db/queries/ballots.ts'
import { updateDraft } from '../../../db/queries/drafts.ts'
import { touchPublished } from '../../../db/queries/publication.ts'
import type { PlanRow } from '../../../db/queries/publication-plans.ts'
import { endPlan, isPlanned } from '../../../db/queries/publication-plans.ts'
import { indexDraftThreads } from '../../../db/queries/search-texts.ts'
import type { SnapshotRow } from '../../../db/queries/snapshots.ts'
import type { VersionRow } from '../../../db/queries/versions.ts'
import { insertVersion, lastVersionNumber } from '../../../db/queries/versions.ts'
import type { Q } from '../../../db/store.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { ruleOf } from '../../../domain/ballots/rules/registry.ts'
import type { EntryKind } from '../../../domain/entries/kinds.ts'
import { objectionsHash } from '../../../domain/objections/objections-hash.ts'
import { minorityNote } from '../../../domain/objections/rules.ts'
import { authorsOf } from '../../../domain/publishing/authors.ts'
import { overriddenOf, overrideSentence } from '../../../domain/publishing/conditions.ts'
import { decisionSummary } from '../../../domain/publishing/decision.ts'
import type { RequirementId } from '../../../domain/publishing/merge-box.ts'
import { canPublish, nextVersion } from '../../../domain/publishing/merge-box.ts'
import type { ShelfLife } from '../../../domain/publishing/shelf-life.ts'
import { checkText } from '../../check-text.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { currentViewer } from '../ballots/ballot-access.ts'
import { writeStatement } from '../ballots/state-outcome.ts'
import { readableDraft } from '../drafts/draft-for.ts'
import { armSignals } from '../signals/arm-signals.ts'
import { carryAnchors } from '../threads/carry-anchors.ts'
import type { Publication } from './publication-of.ts'
import { publicationOf } from './publication-of.ts'
import { recordVersion } from './record-version.ts'
import { checkShelfLife, scheduleShelfLife } from './shelf-life.ts'
import type { Authorship } from './written-by.ts'
import { writtenBy } from './written-by.ts'

export interface Publishing {
  draftId: string
  /** What is new in this version, for its history. */
  note: string
  /** What the moderator says about the outcome; shown with the ballot. */
  statement?: string | undefined
  /** Ids of the lines of the merge box that are overridden, with one reason for all (ballots SPEC [B63]). */
  overrides?: readonly string[] | undefined
  overrideReason?: string | undefined
  /** When it is to be looked at again, and when it expires, as days; none where absent. */
  review?: string | undefined
  expires?: string | undefined
}

type Ready = Publication & { ballot: BallotRow; snapshot: SnapshotRow }

/**
 * Publishes the text that a ballot adopted as the next version of its entry (publishing SPEC [P1]–[P9]). It is the
 * ballot's last snapshot, never the live draft; every requirement is checked again inside the transaction.
 *
 * @param plan what is published by plan; it must still stand, and its statement gives way to one worded since.
 * @throws AppError `bad-input` (note, statement, overrideReason, review, expires), `signed-out`, `not-found`, `not-allowed`, `conflict` when the base
 * has moved, the draft is published already, or the outcome statement was worded since (statement), `not-ready` with what is missing.
 */
export async function publishVersion(
  deps: Deps,
  viewer: Viewer | null,
  { draftId, note, statement, overrides = [], overrideReason, ...typed }: Publishing,
  plan?: PlanRow,
): Promise<{ version: number; entry: { kind: EntryKind; slug: string } }> {
  const said = {
    note: checkText(note, { field: 'note', label: 'a release note', limit: 'note' }),
    statement: checkText(statement, { field: 'statement', label: 'the statement', limit: 'note', optional: true }),
  }
  const ticked = overrides.filter((id) => id !== '')
  const reason = ticked.length === 0 ? '' : checkText(overrideReason, reasonRule)
  const days = checkShelfLife(typed, deps.now())
  const written = await writtenBy(deps, draftId)
  const { ready, version } = await deps.store.tx(async (q) => {
    const by = await currentViewer(q, viewer)
    const { draft, thing } = await readableDraft(q, by, draftId)
    if (!can(by, 'moderation.read', null)) throw new AppError('not-allowed', 'Only a moderator publishes.')
    if (draft.deletedAt !== null) throw new AppError('gone', 'This draft was deleted.')
    if (plan && !(await isPlanned(q, plan))) throw new AppError('conflict', 'This is not planned any more.')
    const publication = await publicationOf(q, draft, by.actorId)
    const overridden = overriddenOf(publication.requirements, ticked)
    const ready = checkedPublication(publication, overridden)
    if (!can(by, 'version.publish', thing)) throw new AppError('not-ready', 'The draft is not promoted.')
    if (!plan) refuseOtherStatement(ready.ballot, said.statement)
    if (written?.snapshotId !== ready.snapshot.id) {
      throw new AppError('conflict', 'The draft was decided on anew at this moment. Look again, then publish.')
    }
    return {
      ready,
      version: await write(deps, q, by, ready, {
        ...said,
        ...days,
        ...(plan && ready.ballot.statement !== null ? { statement: '' } : {}),
        written,
        override: { ids: overridden, reason },
      }),
    }
  })
  deps.collab.reauthorise({ draftId })
  const { entry, ballot } = ready
  deps.live.publish(
    [`entry/${entry.id}`, `draft/${draftId}`, `ballot/${ballot.id}`].map((topic) => ({
      topic,
      type: 'version.published',
      id: version.id,
    })),
  )
  return { version: version.n, entry: { kind: entry.kind, slug: entry.slug } }
}

/** @throws AppError `conflict`, `not-ready` in the words of the merge box. */
export function checkedPublication(publication: Publication, overridden: readonly RequirementId[] = []): Ready {
  const { draft, ballot, snapshot, requirements } = publication
  if (draft.state === 'published') throw new AppError('conflict', 'This draft was published already.')
  if (ballot && snapshot && canPublish(requirements, overridden)) return { ...publication, ballot, snapshot }
  const unmet = requirements.filter(({ id, met }) => !met && !overridden.includes(id))
  const moved = unmet.some((requirement) => requirement.id === 'base')
  throw new AppError(moved ? 'conflict' : 'not-ready', unmet.map((requirement) => requirement.words).join(' '))
}

/**
 * The form has room for a statement only where the ballot has none: what is typed there answers none that was worded since.
 *
 * @throws AppError `conflict` (statement) where the ballot has another outcome statement.
 */
export function refuseOtherStatement(ballot: BallotRow, statement: string): void {
  if (statement === '' || ballot.statement === null || ballot.statement === statement) return
  throw new AppError(
    'conflict',
    'The outcome statement was worded since, and it stands. Empty this field to publish with it, or reword it on the page of the ballot.',
    'statement',
  )
}

const reasonRule = { field: 'overrideReason', label: 'a reason for overriding', limit: 'note' } as const

interface Said {
  note: string
  statement: string
  written: Authorship
  override: { ids: readonly RequirementId[]; reason: string }
}

async function write(
  deps: Deps,
  q: Q,
  by: Viewer,
  { draft, entry, ballot, snapshot, objections }: Ready,
  { note, statement, written, override, ...days }: Said & ShelfLife,
): Promise<VersionRow> {
  if (!ballot.outcome) throw new Error(`ballot ${ballot.id} closed without an outcome`)
  const owner = { actorId: draft.ownerId, name: await findActorName(q, draft.ownerId) }
  const version: VersionRow = {
    id: deps.newId(),
    entryId: entry.id,
    n: nextVersion(await lastVersionNumber(q, entry.id)),
    snapshotId: snapshot.id,
    kind: 'publish',
    variant: null,
    note,
    authors: authorsOf(written.people, owner, written.before),
    decision: {
      kind: 'ballot',
      ballotId: ballot.id,
      summary:
        decisionSummary(ruleOf(ballot.rule).label.toLowerCase(), ballot.outcome) +
        overrideSentence(override.ids, override.reason),
    },
    ballotId: ballot.id,
    draftId: draft.id,
    publishedBy: by.actorId,
    publishedAt: deps.now(),
    ...days,
  }
  await insertVersion(q, version, snapshot)
  await scheduleShelfLife(deps, q, version)
  await endPlan(q, draft.id, { state: 'done' })
  const { content } = snapshot
  await carryAnchors(q, { entryId: entry.id, draftId: draft.id, n: version.n, content, at: version.publishedAt })
  await armSignals(deps, q, entry.id)
  await touchPublished(q)
  if (statement !== '') await writeStatement(deps, q, ballot, { by: by.actorId, statement })
  await updateDraft(q, draft.id, { state: 'published', updatedAt: deps.now() })
  await indexDraftThreads(q, draft.id)
  // The words of minority notes are covered with their objections, which can lose them for good.
  const notes = objections.map(minorityNote).filter((words) => words !== null)
  const { ids, reason } = override
  const payload = {
    draftId: draft.id,
    ballotId: ballot.id,
    minorityNotes: notes.length,
    objections: { count: objections.length, hash: objectionsHash(objections) },
    ...days,
    ...(ids.length === 0 ? {} : { overrides: ids }),
  }
  const leaf = { statement, ...(ids.length === 0 ? {} : { overrideReason: reason }) }
  await recordVersion(deps, q, { entry, version, snapshot }, { payload, leaf })
  return version
}
