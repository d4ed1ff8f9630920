import { listActorsOfRoles } from '../../../db/queries/audience.ts'
import type { CaseRow } from '../../../db/queries/moderation.ts'
import { findCase, listFlags } from '../../../db/queries/moderation.ts'
import { findContribution } from '../../../db/queries/threads.ts'
import type { Q } from '../../../db/store.ts'
import { moderatorRoles } from '../../../domain/access/viewer.ts'
import { readRef } from '../../../domain/moderation/refs.ts'
import type { Consequences, Follow } from '../occasion.ts'
import { each, idIn, idOf } from '../occasion.ts'
import { followWords } from './threads.ts'

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

  async 'case.decided'(q, { subject: thing, payload, at }) {
    const one = await findCase(q, idOf(thing))
    if (one?.kind === 'correction') {
      const asked = (await listFlags(q, one.id)).map(({ actorId }) => actorId)
      return { occasions: [{ thing, by: null, draftId: null, told: each(asked, 'correction-answered', one.id) }] }
    }
    // That a flag led to nothing concerns nobody.
    if (!one || (payload.act === 'keep' && one.kind !== 'first-post')) return {}
    return join(await toAuthor(q, thing, 'case-decided'), payload.act === 'keep' ? await letThrough(q, one, at) : {})
  },

  async 'case.appealed'(q, { subject: thing, leaf }) {
    const told = each(await listActorsOfRoles(q, moderatorRoles), 'appeal-open', idOf(thing))
    return { occasions: [{ thing, by: idIn(leaf, 'by'), draftId: null, told }] }
  },

  async 'case.appeal-decided'(q, { subject: thing, payload, at }) {
    const one = payload.outcome === 'reversed' ? await findCase(q, idOf(thing)) : undefined
    return join(await toAuthor(q, thing, 'appeal-decided'), one ? await letThrough(q, one, at) : {})
  },
}

/** A first post can be read from now on: whom it answers or names hears of it as of any other ([Y18] of moderation). */
async function letThrough(q: Q, { kind, thing }: CaseRow, at: number): Promise<Consequences> {
  const ref = readRef(thing)
  const row = kind === 'first-post' && ref?.kind === 'contribution' ? await findContribution(q, ref.id) : undefined
  // Once it was changed it had been let through before.
  if (!row || row.deletedAt !== null || row.revision > 1) return {}
  const { id, threadId, authorId: by, replyTo, text } = row
  return followWords(q, { ref: id, threadId, by, replyTo, text, at })
}

function join(first: Consequences, then: Consequences): Consequences {
  return { ...then, occasions: [...(first.occasions ?? []), ...(then.occasions ?? [])] }
}

async function toAuthor(q: Q, thing: string, kind: 'case-decided' | 'appeal-decided'): Promise<Consequences> {
  const one = await findCase(q, idOf(thing))
  return { occasions: [{ thing, by: null, draftId: null, told: each([one?.authorId ?? null], kind, idOf(thing)) }] }
}
