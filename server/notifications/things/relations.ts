import { isModerator } from '../../../domain/access/viewer.ts'
import { settlementOf } from '../../../domain/notifications/settlement.ts'
import { relationStateLabels } from '../../../domain/relations/both-sides.ts'
import { capacityOf } from '../../../domain/relations/groups.ts'
import { excerpt } from '../../../domain/text/excerpt.ts'
import { declarationNow, sidesOf } from '../../usecases/relations/declaration-now.ts'
import type { Look, Sight } from '../look.ts'
import { lineLength, sights } from '../look.ts'

/** Relations that one entry declares to another. There are few of them, so that each is asked for by itself. */
export const lookAtDeclarations: Look = async (q, rows, { viewer, now }) => {
  const seen = new Map<string, Sight>()
  for (const { kind: notified, ref } of rows) {
    const sides = await sidesOf(q, ref)
    if (!sides) continue
    const { from, kind, to } = sides
    const found = await declarationNow(q, { from: from.slug, kind, to: to.slug })
    const state = found?.now.state ?? null
    const by = { actorId: viewer.actorId, moderator: isModerator(viewer) }
    const asked = notified === 'relation-declared'
    const here = asked ? to : from
    const other = asked ? from : to
    const relation = asked ? `“${from.title}” declares a ${kind} with it.` : `The ${kind} with “${to.title}”.`
    const stands = state === null ? 'It is not declared by one side alone any more.' : `${relationStateLabels[state]}.`
    seen.set(`${notified} ${ref}`, {
      title: here.title,
      noun: 'Strategy',
      href: `/strategies/${here.slug}/relations#from-${other.slug}`,
      line: excerpt(asked && state === 'declared-by-one' ? relation : `${relation} ${stands}`, lineLength),
      due: null,
      settlement: asked
        ? settlementOf(notified, viewer, { state, capacity: found ? capacityOf(found.side, by) : null }, now)
        : 'told',
    })
  }
  return sights(rows, ({ kind, ref }) => seen.get(`${kind} ${ref}`) ?? null)
}
