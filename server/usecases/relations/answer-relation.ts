import { touchEntry } from '../../../db/queries/entries.ts'
import type { RelationAnswerRow } from '../../../db/queries/relations.ts'
import { insertRelationAnswer } from '../../../db/queries/relations.ts'
import type { Q } from '../../../db/store.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { isModerator } from '../../../domain/access/viewer.ts'
import type { RelationAnswer } from '../../../domain/relations/both-sides.ts'
import { decideAnswer } from '../../../domain/relations/both-sides.ts'
import type { Capacity } from '../../../domain/relations/groups.ts'
import { capacityOf, isDeclarer } from '../../../domain/relations/groups.ts'
import { limits } from '../../../domain/text/limits.ts'
import { checkText } from '../../check-text.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { recordEvent } from '../../record/record-event.ts'
import { presentRights } from '../accounts/present-rights.ts'
import { beginThread } from '../threads/begin-thread.ts'
import { postWords } from '../threads/post-words.ts'
import type { LoadedDeclaration, NamedDeclaration } from './relation-access.ts'
import { loadDeclaration } from './relation-access.ts'

export interface AnswerRelation extends NamedDeclaration {
  /** The version since which the declaration stood on the page that the answer was given on. */
  since: string
}

/**
 * Confirms, for the strategy that is declared about, what another one declares (relations SPEC [B2]–[B8]).
 *
 * @throws AppError `conflict` where it is confirmed or disputed already or changed since, `not-found`, `not-allowed`,
 * `signed-out`.
 */
export async function confirmRelation(deps: Deps, viewer: Viewer | null, input: AnswerRelation): Promise<void> {
  await answered(deps, viewer, input, 'confirm', async () => null)
}

/**
 * Disputes what another strategy declares, in a thread at its declarations (relations SPEC [B9]).
 *
 * @returns the thread.
 * @throws AppError `bad-input` (reason), `conflict` where it is disputed already or changed since, `not-found`,
 * `not-allowed`, `signed-out`.
 */
export async function disputeRelation(
  deps: Deps,
  viewer: Viewer | null,
  input: AnswerRelation & { reason: string },
): Promise<{ threadId: string }> {
  const text = checkText(input.reason, { field: 'reason', label: 'why it does not hold', limit: 'contribution' })
  const { threadId } = await answered(deps, viewer, input, 'dispute', async (q, by, { from, kind, to }) => {
    const thread = await beginThread(deps, q, by, {
      entryId: from.id,
      draftId: null,
      version: from.currentVersion,
      place: 'field/declarations',
      kind: 'relation',
      title: `Disputed: ${kind} with ${to.title}`.slice(0, limits.title),
      header: {},
      anchored: false,
    })
    await postWords(deps, q, { threadId: thread.id, by: by.actorId, type: 'against', text })
    return thread.id
  })
  if (threadId === null) throw new Error('a dispute without a thread')
  return { threadId }
}

async function answered(
  deps: Deps,
  viewer: Viewer | null,
  input: AnswerRelation,
  answer: RelationAnswer,
  argue: (q: Q, by: Viewer, declaration: LoadedDeclaration) => Promise<string | null>,
): Promise<RelationAnswerRow> {
  if (!viewer) throw new AppError('signed-out', 'Sign in to answer what another entry declares.')
  const row = await deps.store.tx(async (q) => {
    const by = await presentRights(q, viewer)
    const declaration = await loadDeclaration(q, input)
    const capacity = allowed(by, declaration)
    refuse(declaration, input, answer)
    const { from, kind, to, run } = declaration
    const row: RelationAnswerRow = {
      id: deps.newId(),
      fromId: from.id,
      kind,
      toId: to.id,
      since: run.since,
      answer,
      actorId: by.actorId,
      capacity,
      threadId: await argue(q, by, declaration),
      at: deps.now(),
    }
    await insertRelationAnswer(q, row)
    await recordEvent(deps, q, {
      type: answer === 'confirm' ? 'relation.confirmed' : 'relation.disputed',
      subject: `entry/${to.id}`,
      payload: {
        by: by.actorId,
        answer: row.id,
        from: from.id,
        kind,
        to: to.id,
        since: run.since,
        capacity,
        thread: row.threadId,
      },
    })
    await touchEntry(q, from.id)
    await touchEntry(q, to.id)
    return row
  })
  const type = answer === 'confirm' ? 'relation.confirmed' : 'relation.disputed'
  deps.live.publish([row.fromId, row.toId].map((id) => ({ topic: `entry/${id}`, type, id })))
  return row
}

/** @throws AppError `not-allowed`. */
function allowed(by: Viewer, { to, side }: LoadedDeclaration): Capacity {
  const capacity = capacityOf(side, { actorId: by.actorId, moderator: isModerator(by) })
  if (capacity !== null && can(by, 'relation.answer', { capacity })) return capacity
  throw new AppError(
    'not-allowed',
    isDeclarer(side, by.actorId)
      ? 'You declared this yourself. Somebody else of the other side answers it.'
      : `Those who write “${to.title}” answer this, or a moderator.`,
  )
}

/** @throws AppError `conflict`. */
function refuse({ run, now }: LoadedDeclaration, { since }: AnswerRelation, answer: RelationAnswer): void {
  if (String(run.since) !== since) {
    throw new AppError('conflict', 'The declaration was worded anew meanwhile. Read it again, then answer.')
  }
  const decision = decideAnswer(now.state, answer)
  if (decision === 'argued') {
    throw new AppError('conflict', `It is disputed, in /threads/${now.by?.threadId}. Argue there.`)
  }
  if (decision === 'confirmed-already') throw new AppError('conflict', 'It is confirmed already.')
}
