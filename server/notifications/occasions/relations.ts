import { findEntry, findEntryById } from '../../../db/queries/entries.ts'
import { listDeclaringVersions } from '../../../db/queries/relations.ts'
import type { Q } from '../../../db/store.ts'
import { asRelationKind } from '../../../domain/relations/both-sides.ts'
import { answerersOf, declarersOf } from '../../../domain/relations/groups.ts'
import { answeringSide, declarationNow } from '../../usecases/relations/relation-access.ts'
import { refOf } from '../declaration-ref.ts'
import type { Follow, Occasion } from '../occasion.ts'
import { each, idIn } from '../occasion.ts'

/** The declarations that wait for an answer since this version, each for those who write the other entry. */
export async function declaredWith(q: Q, fromId: string, n: number, by: string | null): Promise<Occasion[]> {
  const from = await findEntryById(q, fromId)
  if (from?.kind !== 'strategy') return []
  const version = (await listDeclaringVersions(q, [fromId])).get(fromId)?.find((one) => one.n === n)
  const occasions: Occasion[] = []
  for (const { kind, to } of version?.declarations ?? []) {
    const other = await findEntry(q, 'strategy', to)
    const found = other ? await declarationNow(q, { from, kind, to: other }) : null
    if (!found || found === 'both' || found.run.since !== n || found.now.state !== 'declared-by-one') continue
    const side = await answeringSide(q, from, found.run, found.to)
    const told = each(answerersOf(side), 'relation-declared', refOf(found))
    occasions.push({ thing: `entry/${found.to.id}`, by, draftId: null, told })
  }
  return occasions
}

const answered: Follow = async (q, { payload }) => {
  const from = await findEntryById(q, idIn(payload, 'from') ?? '')
  const to = await findEntryById(q, idIn(payload, 'to') ?? '')
  const kind = asRelationKind(payload.kind)
  const { since } = payload
  if (!from || !to || !kind || typeof since !== 'number') return {}
  const side = await answeringSide(q, from, { since }, to)
  const told = each(declarersOf(side), 'relation-answered', refOf({ from, kind, to }))
  return { occasions: [{ thing: `entry/${from.id}`, by: idIn(payload, 'by'), draftId: null, told }] }
}

/** What follows from the answers to declared relations. */
export const relationFollows: Record<string, Follow> = {
  'relation.confirmed': answered,
  'relation.disputed': answered,
}
