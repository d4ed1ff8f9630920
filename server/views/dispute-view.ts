import type { EntryRow } from '../../db/queries/entries.ts'
import { findEntryById } from '../../db/queries/entries.ts'
import type { RelationAnswerRow } from '../../db/queries/relations.ts'
import { listDeclaringVersions } from '../../db/queries/relations.ts'
import type { Q } from '../../db/store.ts'
import type { RelationKind } from '../../domain/entries/kinds.ts'
import { runOf } from '../../domain/relations/both-sides.ts'
import type { Capacity } from '../../domain/relations/groups.ts'

/** What a thread disputes: one entry's declaration about another. */
export interface DisputeView {
  from: { title: string; href: string }
  to: { title: string; href: string }
  kind: RelationKind
  capacity: Capacity
  /** The declaration still stands as it did when it was disputed. */
  stands: boolean
}

/** @param from the entry that declares. */
export async function disputeView(
  q: Q,
  { toId, kind, capacity, since }: RelationAnswerRow,
  from: EntryRow,
): Promise<DisputeView> {
  const to = await findEntryById(q, toId)
  if (!to) throw new Error(`a dispute names the entry ${toId}, which is not there`)
  const versions = (await listDeclaringVersions(q, [from.id])).get(from.id) ?? []
  const named = ({ slug, title }: EntryRow) => ({ title, href: `/strategies/${slug}/relations` })
  return {
    from: named(from),
    to: named(to),
    kind,
    capacity,
    stands: runOf(versions, { kind, to: to.slug })?.since === since,
  }
}
