import type { Q } from '../../../db/store.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { isModerator } from '../../../domain/access/viewer.ts'
import { kinds } from '../../../domain/entries/kinds.ts'
import { settlementOf } from '../../../domain/notifications/settlement.ts'
import { relationStateLabels } from '../../../domain/relations/both-sides.ts'
import type { Capacity } from '../../../domain/relations/groups.ts'
import { capacityOf } from '../../../domain/relations/groups.ts'
import { excerpt } from '../../../domain/text/excerpt.ts'
import type { StandingDeclaration } from '../../usecases/relations/relation-access.ts'
import { answeringSide, declarationNow } from '../../usecases/relations/relation-access.ts'
import { sidesOf } from '../declaration-ref.ts'
import type { Look, Sight } from '../look.ts'
import { lineLength, sights } from '../look.ts'

/** Relations that one entry declares to another. There are few of them, so that each is asked for by itself. */
export const lookAtDeclarations: Look = async (q, rows, { viewer, now }) => {
  const seen = new Map<string, Sight>()
  for (const { kind: notified, ref } of rows) {
    const sides = await sidesOf(q, ref)
    if (!sides) continue
    const { from, kind, to } = sides
    const standing = await declarationNow(q, sides)
    const found = standing === 'both' ? null : standing
    const state = found?.now.state ?? null
    const asked = notified === 'relation-declared'
    const here = asked ? to : from
    const other = asked ? from : to
    const relation = asked ? `“${from.title}” declares a ${kind} with it.` : `The ${kind} with “${to.title}”.`
    const stands = state === null ? 'It is not declared by one side alone any more.' : `${relationStateLabels[state]}.`
    seen.set(`${notified} ${ref}`, {
      title: here.title,
      noun: kinds.strategy.label,
      href: `/strategies/${here.slug}/relations#from-${other.slug}`,
      line: excerpt(asked && state === 'declared-by-one' ? relation : `${relation} ${stands}`, lineLength),
      due: null,
      settlement: asked
        ? settlementOf(notified, viewer, { state, capacity: await capacityIn(q, found, viewer) }, now)
        : 'told',
    })
  }
  return sights(rows, ({ kind, ref }) => seen.get(`${kind} ${ref}`) ?? null)
}

/** As what the reader may answer; looked up only where an answer is waited for. */
async function capacityIn(q: Q, found: StandingDeclaration | null, viewer: Viewer): Promise<Capacity | null> {
  if (found?.now.state !== 'declared-by-one') return null
  const side = await answeringSide(q, found.from, found.run, found.to)
  return capacityOf(side, { actorId: viewer.actorId, moderator: isModerator(viewer) })
}
