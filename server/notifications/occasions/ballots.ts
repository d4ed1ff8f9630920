import { listActorsOfRoles, listElectorIds } from '../../../db/queries/audience.ts'
import type { BallotRow } from '../../../db/queries/ballots.ts'
import { findBallot, listVoterIds } from '../../../db/queries/ballots.ts'
import { findDraft } from '../../../db/queries/drafts.ts'
import type { Q } from '../../../db/store.ts'
import { moderatorRoles } from '../../../domain/access/viewer.ts'
import { decidesText } from '../../../domain/ballots/ballot.ts'
import { draftsUnder, forksIn } from '../../../domain/ballots/forks.ts'
import type { KindId, Volume } from '../../../domain/notifications/kinds.ts'
import { decisionVolumes, entryHearers, hearersOf } from '../hearers.ts'
import type { Follow, Joining, Occasion } from '../occasion.ts'
import { each, idIn, idOf } from '../occasion.ts'

/** What follows from ballots. From a vote nothing: who has voted, and what, is told to nobody ([I14]). */
export const ballotFollows: Record<string, Follow> = {
  async 'ballot.opened'(q, { subject: thing, payload }) {
    const ballot = await findBallot(q, idOf(thing))
    const told = [
      ...each(await listElectorIds(q, idOf(thing)), 'ballot', idOf(thing)),
      ...each(await watchersOf(q, ballot, decisionVolumes), 'ballot-watched', idOf(thing)),
    ]
    return { occasions: [{ thing, by: idIn(payload, 'openedBy'), draftId: ballot?.draftId ?? null, told }] }
  },

  async 'ballot.voided'(q, { subject: thing, payload }) {
    // One whose draft was deleted while it was open is told by that.
    if (payload.why === undefined) return {}
    const planned = await findBallot(q, idOf(thing))
    const owners = []
    for (const id of planned ? draftsUnder(planned) : []) owners.push((await findDraft(q, id))?.ownerId ?? null)
    const told = each([planned?.openedBy ?? null, ...owners], 'ballot-void', idOf(thing))
    return { occasions: [{ thing, by: idIn(payload, 'by'), draftId: null, told }] }
  },

  async 'ballot.last-call'(q, { subject: thing, payload }) {
    const draftId = idIn(payload, 'draftId')
    const draft = draftId === null ? undefined : await findDraft(q, draftId)
    const hearers = [...(await listElectorIds(q, idOf(thing))), draft?.ownerId ?? null]
    return { occasions: [{ thing, by: null, draftId: null, told: each(hearers, 'ballot-last-call', idOf(thing)) }] }
  },

  async 'ballot.extended'(q, { subject: thing, payload }) {
    // What changed in the text is told already, and leads to the new time too.
    if (payload.kind === 'amended') return {}
    const told = each(await listElectorIds(q, idOf(thing)), 'ballot-moved', idOf(thing))
    return { occasions: [{ thing, by: idIn(payload, 'by'), draftId: null, told }] }
  },

  async 'ballot.outcome-stated'(q, { subject: thing, payload }) {
    // Rewording it is in the record and no news.
    if (payload.reworded === true) return {}
    const told = each(await listElectorIds(q, idOf(thing)), 'ballot-statement', idOf(thing))
    return { occasions: [{ thing, by: idIn(payload, 'by'), draftId: null, told }] }
  },

  async 'ballot.amended'(q, { subject, payload }) {
    return { occasions: await askedAgain(q, subject, payload, 'ballot-amended') }
  },

  async 'ballot.amendment-challenged'(q, { subject, payload }) {
    return { occasions: await askedAgain(q, subject, payload, 'ballot-challenged') }
  },

  async 'ballot.closed'(q, { subject: thing, payload }) {
    const ballot = await findBallot(q, idOf(thing))
    const told = [
      ...each(await listElectorIds(q, idOf(thing)), 'ballot-result', idOf(thing)),
      ...each(await watchersOf(q, ballot, decisionVolumes), 'result-watched', idOf(thing)),
    ]
    const draftId = ballot !== undefined && decidesText(ballot) ? idIn(payload, 'draftId') : null
    const moderators = await listActorsOfRoles(q, moderatorRoles)
    return {
      occasions: [
        { thing, by: idIn(payload, 'by'), draftId: ballot?.draftId ?? null, told },
        ...(draftId === null ? [] : await ofDraft(q, draftId, payload.result)),
        ...(await ofForks(q, forksIn(ballot?.options ?? null), payload.result)),
        // Who closed it is asked too.
        { thing, by: null, draftId: null, told: each(moderators, 'statement-asked', idOf(thing)) },
      ],
      joins: await joinedByVoting(q, ballot),
    }
  },
}

/** Who watches what a ballot is about: its draft, the entry, a tag of it. */
async function watchersOf(q: Q, ballot: BallotRow | undefined, volumes: readonly Volume[]): Promise<string[]> {
  if (!ballot) return []
  const drafts = []
  for (const id of draftsUnder(ballot)) drafts.push(...(await hearersOf(q, `draft/${id}`, volumes)))
  return [...drafts, ...(await entryHearers(q, `entry/${ballot.entryId}`, volumes))]
}

/**
 * Where names are shown, whoever voted hears what comes of the text, those who voted against it as well ([I26]). Where
 * they are hidden, nobody keeps who that was.
 */
async function joinedByVoting(q: Q, ballot: BallotRow | undefined): Promise<Joining[]> {
  if (!ballot || ballot.names === 'hidden') return []
  const voters = await listVoterIds(q, ballot.id)
  return draftsUnder(ballot).flatMap((id) =>
    voters.map((actorId) => ({ actorId, thing: `draft/${id}`, volume: 'decisions' as const })),
  )
}

/**
 * The whole electorate, for rows for some would say who has voted; whoever changed or challenged the text is asked
 * about their own vote too. Whether it waits for its reader is found when it is read.
 */
async function askedAgain(q: Q, thing: string, payload: Record<string, unknown>, kind: KindId): Promise<Occasion[]> {
  const by = idIn(payload, 'by')
  const electors = await listElectorIds(q, idOf(thing))
  const own = electors.filter((id) => id === by)
  return [
    { thing, by, draftId: null, told: each(electors, kind, idOf(thing)) },
    { thing, by: null, draftId: null, told: each(own, kind, idOf(thing)) },
  ]
}

/** The same for each draft that stood in a ballot between forks. */
async function ofForks(q: Q, draftIds: readonly string[], result: unknown): Promise<Occasion[]> {
  const all: Occasion[] = []
  for (const draftId of draftIds) all.push(...(await ofDraft(q, draftId, result)))
  return all
}

/** What the result asks of the draft's owner, and of those who publish. Whoever closed the ballot is asked too. */
async function ofDraft(q: Q, draftId: string, result: unknown): Promise<Occasion[]> {
  const draft = await findDraft(q, draftId)
  if (!draft) return []
  const owner = (kind: KindId) => each([draft.ownerId], kind, draftId)
  const told =
    draft.state === 'promoted'
      ? [
          ...(result === 'blocked' ? owner('draft-blocked') : []),
          ...each(await listActorsOfRoles(q, moderatorRoles), 'ready', draftId),
          ...owner('draft-adopted'),
        ]
      : owner('draft-returned')
  return [{ thing: `draft/${draftId}`, by: null, draftId, told }]
}
