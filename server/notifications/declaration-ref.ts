import type { EntryRow } from '../../db/queries/entries.ts'
import { findEntryById } from '../../db/queries/entries.ts'
import type { Q } from '../../db/store.ts'
import type { RelationKind } from '../../domain/entries/kinds.ts'
import { asRelationKind } from '../../domain/relations/both-sides.ts'

/** Names a declaration by the ids of its entries, which outlive their titles and addresses. */
export function refOf({ from, kind, to }: { from: { id: string }; kind: RelationKind; to: { id: string } }): string {
  return `${from.id}/${kind}/${to.id}`
}

/** The entries that `refOf` named; null where one is not there. */
export async function sidesOf(q: Q, ref: string): Promise<{ from: EntryRow; kind: RelationKind; to: EntryRow } | null> {
  const [fromId = '', named = '', toId = ''] = ref.split('/')
  const from = await findEntryById(q, fromId)
  const to = await findEntryById(q, toId)
  const kind = asRelationKind(named)
  return from && to && kind ? { from, kind, to } : null
}
