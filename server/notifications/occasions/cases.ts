import { listActorsOfRoles } from '../../../db/queries/audience.ts'
import { findCase, listFlags } from '../../../db/queries/moderation.ts'
import type { Q } from '../../../db/store.ts'
import { moderatorRoles } from '../../../domain/access/viewer.ts'
import type { Consequences, Follow } from '../occasion.ts'
import { each, idIn, idOf } from '../occasion.ts'

/** Nobody is told who flagged; a case that waits is told once, however many voices it gets. */
const opened: Follow = async (q, { subject: thing }) => {
  const id = idOf(thing)
  const told = each(await listActorsOfRoles(q, moderatorRoles), 'case-open', id)
  return { occasions: [{ thing, by: null, draftId: null, told, key: `case/${id}` }] }
}

/** What follows from what is flagged and decided. Who decided is not named to the author ([Y11] of moderation). */
export const caseFollows: Record<string, Follow> = {
  'case.flagged': opened,
  'case.opened': opened,

  async 'case.decided'(q, { subject: thing, payload }) {
    const one = await findCase(q, idOf(thing))
    if (one?.kind === 'correction') {
      const asked = (await listFlags(q, one.id)).map(({ actorId }) => actorId)
      return { occasions: [{ thing, by: null, draftId: null, told: each(asked, 'correction-answered', one.id) }] }
    }
    // That a flag led to nothing concerns nobody.
    if (!one || (payload.act === 'keep' && one.kind !== 'first-post')) return {}
    return toAuthor(q, thing, 'case-decided')
  },

  async 'case.appealed'(q, { subject: thing, leaf }) {
    const told = each(await listActorsOfRoles(q, moderatorRoles), 'appeal-open', idOf(thing))
    return { occasions: [{ thing, by: idIn(leaf, 'by'), draftId: null, told }] }
  },

  'case.appeal-decided': (q, { subject: thing }) => toAuthor(q, thing, 'appeal-decided'),
}

async function toAuthor(q: Q, thing: string, kind: 'case-decided' | 'appeal-decided'): Promise<Consequences> {
  const one = await findCase(q, idOf(thing))
  return { occasions: [{ thing, by: null, draftId: null, told: each([one?.authorId ?? null], kind, idOf(thing)) }] }
}
