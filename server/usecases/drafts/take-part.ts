import { readContent } from '../../../collab/doc-shape.ts'
import { restoreContent } from '../../../collab/restore-content.ts'
import type { DraftRow } from '../../../db/queries/drafts.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { differingParts, withParts } from '../../../domain/forks/parts.ts'
import type { Seen, TakeDecision } from '../../../domain/forks/take.ts'
import { decideTake, mergedParts, mergeHash } from '../../../domain/forks/take.ts'
import type { DraftReading } from '../../collab/service.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { authorsOfParts } from './authors-of-parts.ts'
import { ancestorOf, draftAgainst } from './two-drafts.ts'
import { writableDraft } from './writable-draft.ts'

/** Which draft takes over, and from which. */
interface Between {
  draftId: string
  from: string
}

const refusals: Record<Exclude<TakeDecision, 'take'>, string> = {
  'no-such-part': 'An entry of this kind has no such part.',
  same: 'This draft says the same there already.',
  'changed-here': 'Somebody changed this part of the draft since you looked at it. Look again, then take it over.',
  'changed-there': 'Somebody changed this part of the other draft since you looked at it. Look again.',
}

/**
 * Makes a part of a draft say what another draft of the entry says there (forks SPEC [K9], [K10]): a new change through
 * the document's log, by whoever takes it over, recorded in the transaction that writes it.
 *
 * @param input `seen` are the hashes of the part on either side as the person saw them.
 * @throws AppError `bad-input` (part, other draft), `conflict` when either side has changed, `signed-out`,
 * `not-found`, `gone`, `not-allowed`.
 */
export async function takePart(
  deps: Deps,
  viewer: Viewer | null,
  { draftId, from, part, seen }: Between & { part: string; seen: Seen },
): Promise<void> {
  const { draft, viewer: by } = await writableDraft(deps.store.read, viewer, draftId)
  const other = await draftAgainst(deps.store.read, by, draft, from)
  const reading = await deps.collab.readDraft(other.draft.id)
  const theirs = reading.content
  const authors = await authorsAt(deps, other.draft, reading, [part])
  await deps.collab.transact(
    draftId,
    by.actorId,
    (doc) => {
      const mine = readContent(doc, draft.kind)
      const decision = decideTake(mine, theirs, part, seen)
      if (decision !== 'take') {
        throw new AppError(decision === 'no-such-part' ? 'bad-input' : 'conflict', refusals[decision])
      }
      restoreContent(doc, withParts(mine, theirs, [part]))
    },
    {
      type: 'draft.part-taken',
      subject: `draft/${draftId}`,
      payload: {
        draftId,
        fromDraftId: other.draft.id,
        actorId: by.actorId,
        part,
        hash: seen.theirs ?? null,
        docGeneration: draft.generation,
      },
      leaf: { authors },
    },
  )
  deps.live.publish([{ topic: `draft/${draftId}`, type: 'draft.part-taken', id: draftId }])
}

/**
 * Takes over everything that the other draft alone changed, in one change or not at all (forks SPEC [K11]).
 *
 * @param input `seen` names the parts as the person saw them (`mergeHash`).
 * @returns how many parts were taken over.
 * @throws AppError as `takePart`.
 */
export async function mergeDraft(
  deps: Deps,
  viewer: Viewer | null,
  { draftId, from, seen }: Between & { seen: string },
): Promise<{ parts: number }> {
  const { draft, viewer: by } = await writableDraft(deps.store.read, viewer, draftId)
  const other = await draftAgainst(deps.store.read, by, draft, from)
  const reading = await deps.collab.readDraft(other.draft.id)
  const theirs = reading.content
  const ancestor = await ancestorOf(deps.store.read, draft, other.draft)
  const mine = (await deps.collab.readDraft(draftId)).content
  const wanted = mergedParts(differingParts(mine, theirs, ancestor?.content ?? null))
  const parts = wanted.map(({ part }) => part)
  if (parts.length === 0) throw new AppError('conflict', 'There is nothing that the other draft alone changed.')
  if (mergeHash(wanted) !== seen) throw changedMeanwhile()
  const authors = await authorsAt(deps, other.draft, reading, parts)
  await deps.collab.transact(
    draftId,
    by.actorId,
    (doc) => {
      const now = readContent(doc, draft.kind)
      if (mergeHash(mergedParts(differingParts(now, theirs, ancestor?.content ?? null))) !== seen)
        throw changedMeanwhile()
      restoreContent(doc, withParts(now, theirs, parts))
    },
    {
      type: 'draft.parts-merged',
      subject: `draft/${draftId}`,
      payload: {
        draftId,
        fromDraftId: other.draft.id,
        actorId: by.actorId,
        parts,
        hash: seen,
        docGeneration: draft.generation,
      },
      leaf: { authors },
    },
  )
  deps.live.publish([{ topic: `draft/${draftId}`, type: 'draft.parts-merged', id: draftId }])
  return { parts: parts.length }
}

function authorsAt(
  deps: Deps,
  { id, kind }: DraftRow,
  { seq, generation }: DraftReading,
  parts: readonly string[],
): Promise<{ actorId: string; name: string }[]> {
  return authorsOfParts(deps, { draftId: id, kind, generation }, seq, parts)
}

function changedMeanwhile(): AppError {
  return new AppError('conflict', 'One of the two drafts was changed since you looked. Look again, then merge.')
}
