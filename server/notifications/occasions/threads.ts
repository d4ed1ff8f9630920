import { listActorsOfRoles } from '../../../db/queries/audience.ts'
import { listCandidates } from '../../../db/queries/candidates.ts'
import { countNamedBy, findAccountsNamed } from '../../../db/queries/mentions.ts'
import { findContribution, findThread } from '../../../db/queries/threads.ts'
import type { Q } from '../../../db/store.ts'
import { facilitatorRoles } from '../../../domain/access/viewer.ts'
import { namedIn, namedPerHour, namesAfterSigns } from '../../../domain/notifications/mentions.ts'
import { decisionVolumes, entryHearers, hearersOf } from '../hearers.ts'
import type { Consequences, Follow, Told } from '../occasion.ts'
import { each, idIn, idOf } from '../occasion.ts'

const joined = (by: string | null, thing: string, volume: 'all' | 'decisions') => ({
  joins: [{ actorId: by, thing, volume }],
})

/** Who said something of another's words took a side: they hear what comes of it, and not every word. */
const tookSide: Follow = async (_q, { subject, leaf }) => joined(idIn(leaf, 'by'), subject, 'decisions')

/** What follows from what happens in threads. */
export const threadFollows: Record<string, Follow> = {
  async 'thread.opened'(q, { subject: thing, payload }) {
    const by = idIn(payload, 'by')
    const draftId = idIn(payload, 'draft')
    const entry = `entry/${idIn(payload, 'entry')}`
    const isHearing = payload.kind === 'falsification' || payload.kind === 'threshold'
    const told = each(
      [
        ...(draftId === null ? [] : await hearersOf(q, `draft/${draftId}`, ['all'])),
        // Of what is argued about its drafts, who watches an entry hears the hearings.
        ...(draftId === null || isHearing ? await entryHearers(q, entry, ['all']) : []),
      ],
      'thread',
      idOf(thing),
    )
    return { occasions: [{ thing, by, draftId, told }], ...joined(by, thing, 'all') }
  },

  async 'contribution.posted'(q, { subject: thing, payload, leaf, at }) {
    // It waits for a moderator, and nobody can read it yet.
    if (payload.waits === true) return {}
    const by = idIn(payload, 'by')
    const ref = idIn(payload, 'contribution') ?? ''
    const replyTo = idIn(payload, 'replyTo')
    return {
      ...(await followWords(q, { ref, threadId: idOf(thing), by, replyTo, text: leaf.text, at })),
      // Whoever posts in a thread has been there.
      seen: [{ actorId: by, key: `news/${thing}` }],
    }
  },

  async 'thread.resolved'(q, { subject: thing, payload }) {
    const by = idIn(payload, 'by')
    const id = idOf(thing)
    const told: Told[] = [
      ...each(await listActorsOfRoles(q, facilitatorRoles), 'outcome-confirm', id),
      ...(await namedCandidate(q, id, payload.candidate)),
      ...each(await hearersOf(q, thing, decisionVolumes), 'outcome', id),
    ]
    return { occasions: [{ thing, by, draftId: await draftOf(q, thing), told }], ...joined(by, thing, 'decisions') }
  },

  async 'thread.reopened'(q, { subject: thing, payload }) {
    const by = idIn(payload, 'by')
    const told = each(await hearersOf(q, thing, decisionVolumes), 'reopened', idOf(thing))
    return { occasions: [{ thing, by, draftId: await draftOf(q, thing), told }], ...joined(by, thing, 'all') }
  },

  async 'contribution.deleted'(q, { subject: thing, payload }) {
    if (payload.ofAnother !== true) return {}
    const deleted = await findContribution(q, idIn(payload, 'contribution') ?? '')
    const told = each([deleted?.authorId ?? null], 'words-deleted', idOf(thing))
    return { occasions: [{ thing, by: idIn(payload, 'by'), draftId: await draftOf(q, thing), told }] }
  },

  'contribution.reacted': tookSide,
  'candidate.reacted': tookSide,
  'thread.check-answered': tookSide,
  'marker.placed': async (_q, { subject, leaf }) => joined(idIn(leaf, 'by'), subject, 'all'),
}

interface SaidWords {
  /** Id of the contribution. */
  ref: string
  threadId: string
  by: string | null
  replyTo: string | null
  text: unknown
  at: number
}

/** What follows from a contribution once it can be read: when it is posted, or when a moderator let it through. */
export async function followWords(q: Q, { ref, threadId, by, replyTo, text, at }: SaidWords): Promise<Consequences> {
  const thing = `thread/${threadId}`
  const answered = replyTo === null ? undefined : await findContribution(q, replyTo)
  const told = [
    ...each(await named(q, by, text, at), 'mention', ref),
    ...each([answered?.authorId ?? null], 'reply', ref),
    ...each(await hearersOf(q, thing, ['all']), 'contribution', ref),
  ]
  const thread = await findThread(q, threadId)
  const around = thread && (thread.draftId === null ? `entry/${thread.entryId}` : `draft/${thread.draftId}`)
  return {
    occasions: [{ thing, by, draftId: thread?.draftId ?? null, told }],
    joins: [
      { actorId: by, thing, volume: 'all' },
      // Whoever argued hears what came of it, for or against ([I26]).
      ...(around ? [{ actorId: by, thing: around, volume: 'decisions' as const }] : []),
    ],
  }
}

/** Whom a contribution names, as far as its author may name anybody just now ([I16], [I17]). */
async function named(q: Q, by: string | null, text: unknown, at: number): Promise<string[]> {
  if (by === null || typeof text !== 'string') return []
  const signs = namesAfterSigns(text)
  if (signs.length === 0 || (await countNamedBy(q, by, at - 3_600_000)) >= namedPerHour.by) return []
  return namedIn(signs, await findAccountsNamed(q, signs.flat()))
}

/** The author of the wording that an outcome names ([W12] of candidates); nobody where it names what stood there. */
async function namedCandidate(q: Q, threadId: string, n: unknown): Promise<Told[]> {
  if (typeof n !== 'number') return []
  const named = (await listCandidates(q, threadId, null)).find((one) => one.n === n)
  return each([named?.authorId ?? null], 'candidate-adopted', `${threadId}/${n}`)
}

/** The draft of a thread; null where it is about a published entry. */
export async function draftOf(q: Q, thing: string): Promise<string | null> {
  return (await findThread(q, idOf(thing)))?.draftId ?? null
}
