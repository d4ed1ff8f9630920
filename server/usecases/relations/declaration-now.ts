import { findEntryById } from '../../../db/queries/entries.ts'
import type { Q } from '../../../db/store.ts'
import type { RelationKind } from '../../../domain/entries/kinds.ts'
import { AppError } from '../../errors.ts'
import type { LoadedDeclaration, NamedDeclaration } from './relation-access.ts'
import { loadDeclaration } from './relation-access.ts'

/** A declaration that one side alone makes at this moment; null where it is not made, or by both. */
export async function declarationNow(q: Q, named: NamedDeclaration): Promise<LoadedDeclaration | null> {
  try {
    return await loadDeclaration(q, named)
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}

/** Names a declaration by the ids of its entries, which outlive their titles and addresses. */
export function refOf({ from, kind, to }: { from: { id: string }; kind: RelationKind; to: { id: string } }): string {
  return `${from.id}/${kind}/${to.id}`
}

/** The entries that `refOf` named; null where one is not there. */
export async function sidesOf(q: Q, ref: string) {
  const [fromId = '', kind = '', toId = ''] = ref.split('/')
  const from = await findEntryById(q, fromId)
  const to = await findEntryById(q, toId)
  return from && to ? { from, kind, to } : null
}
