import { findEntryById } from '../../../db/queries/entries.ts'
import { listDeclaringVersions } from '../../../db/queries/relations.ts'
import type { Q } from '../../../db/store.ts'
import { answerersOf, declarersOf } from '../../../domain/relations/groups.ts'
import { declarationNow, refOf } from '../../usecases/relations/declaration-now.ts'
import { answeringSide } from '../../usecases/relations/relation-access.ts'
import type { Follow, Occasion } from '../occasion.ts'
import { each, idIn } from '../occasion.ts'

/** The declarations that wait for an answer since this version, each for those who write the other entry. */
export async function declaredWith(q: Q, fromId: string, n: number, by: string | null): Promise<Occasion[]> {
  const from = await findEntryById(q, fromId)
  if (from?.kind !== 'strategy') return []
  const version = (await listDeclaringVersions(q, [fromId])).get(fromId)?.find((one) => one.n === n)
  const occasions: Occasion[] = []
  for (const { kind, to } of version?.declarations ?? []) {
    const found = await declarationNow(q, { from: from.slug, kind, to })
    if (!found || found.run.since !== n || found.now.state !== 'declared-by-one') continue
    const told = each(answerersOf(found.side), 'relation-declared', refOf(found))
    occasions.push({ thing: `entry/${found.to.id}`, by, draftId: null, told })
  }
  return occasions
}

const answered: Follow = async (q, { payload }) => {
  const from = await findEntryById(q, idIn(payload, 'from') ?? '')
  const to = await findEntryById(q, idIn(payload, 'to') ?? '')
  const { kind, since } = payload
  if (!from || !to || typeof since !== 'number' || (kind !== 'conflict' && kind !== 'complement')) return {}
  const side = await answeringSide(q, from, { since }, to)
  const told = each(declarersOf(side), 'relation-answered', refOf({ from, kind, to }))
  return { occasions: [{ thing: `entry/${from.id}`, by: idIn(payload, 'by'), draftId: null, told }] }
}

/** What follows from the answers to declared relations. */
export const relationFollows: Record<string, Follow> = {
  'relation.confirmed': answered,
  'relation.disputed': answered,
}
