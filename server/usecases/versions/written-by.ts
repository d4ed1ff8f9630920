import { lastLogged } from '../../../db/queries/doc-log.ts'
import { findDraft } from '../../../db/queries/drafts.ts'
import { listAuthorsBefore } from '../../../db/queries/forks.ts'
import { frozenTextOf, lastBallotOf } from '../../../db/queries/publication.ts'
import type { Written } from '../../../domain/publishing/authors.ts'
import type { Deps } from '../../deps.ts'
import { writtenAt } from '../../history/written-at.ts'

export interface Authorship {
  snapshotId: string
  people: Written[]
  /** Whose words it began with, where it is a fork, and whose it took over from others. */
  before: { actorId: string; name: string }[]
}

/**
 * Who wrote how much of the text that would be published. Read before the transaction, because it replays a log. A log
 * that was removed since gives the present one's authors.
 */
export async function writtenBy({ store }: Deps, draftId: string): Promise<Authorship | null> {
  const draft = await findDraft(store.read, draftId)
  const ballot = draft && (await lastBallotOf(store.read, draftId))
  const snapshot = ballot && (await frozenTextOf(store.read, ballot, draftId))
  if (!draft || !snapshot) return null
  const { kind, generation } = draft
  const log = { draftId, kind, generation }
  const there = (snapshot.docGeneration ?? generation) === generation
  const seq = there ? snapshot.docSeq : await lastLogged(store.read, log)
  const before = await listAuthorsBefore(store.read, draftId)
  return { snapshotId: snapshot.id, people: await writtenAt(store, log, seq), before }
}
