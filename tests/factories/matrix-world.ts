import { eq } from 'drizzle-orm'
import { ballots, contributions, draftMembers, drafts, electors, objections, threads } from '../../db/schema.ts'
import type { ObjectionThing } from '../../domain/access/objection-rights.ts'
import type {
  BallotThing,
  ContributionThing,
  DraftThing,
  SuggestionThing,
  ThreadThing,
} from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import type { WorkshopThing } from '../../domain/access/workshop-rights.ts'
import type { DraftState } from '../../domain/drafts/moves.ts'
import type { Deps } from '../../server/deps.ts'
import type { Services } from '../../server/services.ts'
import { createServices } from '../../server/services.ts'
import { makeAccount, makeSession, makeToken, suspendAccount } from './accounts.ts'
import { enterRoom, makeGuest, makeWorkshop } from './live-room.ts'

/** Everybody the matrix asks as. `owner`, `writer`, `commenter` and `reader of it` are about the drafts it makes. */
export const seats = [
  'signed out',
  'expired session',
  'guest',
  'reader',
  'contributor',
  'reader of it',
  'commenter',
  'writer',
  'owner',
  'suspended writer',
  'reviewer',
  'facilitator',
  'moderator',
  'admin',
] as const
export type Seat = (typeof seats)[number]

export interface Person {
  seat: Seat
  /** Who the server should take them for. */
  viewer: Viewer | null
  cookie: string | null
  token: string | null
}

const memberRoles: Partial<Record<Seat, NonNullable<DraftThing['memberRole']>>> = {
  'reader of it': 'reader',
  commenter: 'commenter',
  writer: 'writer',
  'suspended writer': 'writer',
  owner: 'owner',
}

export interface DraftSpec {
  state: DraftState
  visibility?: 'private' | 'members' | 'public'
  writing?: 'invited' | 'members'
  deleted?: boolean
  /** A live workshop works on it, in a silent phase; the guest is in its room. */
  workshop?: boolean
}

export interface World {
  people: readonly Person[]
  as(seat: Seat): Person
  draft(spec: DraftSpec): Promise<string>
  draftThing(spec: DraftSpec, seat: Seat): DraftThing
  /** Opened by `writer` on a draft, or by `contributor` on a published entry, with a contribution of `commenter`. */
  thread(spec: DraftSpec | null, state: 'open' | 'resolved'): Promise<{ id: string; contribution: string }>
  threadThing(spec: DraftSpec | null, state: 'open' | 'resolved', seat: Seat): ThreadThing
  contributionThing(spec: DraftSpec | null, state: 'open' | 'resolved', seat: Seat): ContributionThing
  /** Opened by `owner`; `writer`, `moderator` and `suspended writer` are on the electorate. */
  ballot(spec: DraftSpec, state: BallotThing['state']): Promise<string>
  ballotThing(spec: DraftSpec, state: BallotThing['state'], seat: Seat): BallotThing
  /** Raised by `commenter`. */
  objection(
    spec: DraftSpec,
    disposition: 'open' | 'dismissed',
    sealed?: boolean,
  ): Promise<{ id: string; draft: string }>
  /** Made by `commenter`. */
  suggestion(spec: DraftSpec): Promise<{ id: string; draft: string }>
  suggestionThing(spec: DraftSpec, seat: Seat): SuggestionThing
  objectionThing(spec: DraftSpec, disposition: 'open' | 'dismissed', sealed: boolean, seat: Seat): ObjectionThing
  /** Planned by `facilitator`. */
  workshop(state: WorkshopThing['state']): Promise<string>
}

/** People of every role, and a way to put drafts and what hangs on them into any state. */
export async function matrixWorld(deps: Deps): Promise<World> {
  const services = createServices(deps)
  const people = await Promise.all(seats.map((seat) => seatPerson(deps, seat)))
  const as = (seat: Seat) => people.find((person) => person.seat === seat) as Person
  const viewer = (seat: Seat) => as(seat).viewer as Viewer

  async function rawDraft(): Promise<string> {
    const { id } = await services.createDraft(viewer('owner'), { kind: 'strategy', title: `Matrix ${deps.newId()}` })
    const members = people.flatMap(({ seat, viewer }) => {
      const role = memberRoles[seat]
      return role && role !== 'owner' && viewer ? [{ draftId: id, actorId: viewer.actorId, role }] : []
    })
    await deps.store.tx(async (q) => {
      await q.insert(draftMembers).values(members)
    })
    return id
  }

  async function put(
    id: string,
    { state, visibility = 'members', writing = 'members', deleted = false, workshop = false }: DraftSpec,
  ) {
    if (workshop) {
      const code = deps.newId()
      const phases = [{ kind: 'statements', writers: 'members' } as const]
      const workshopId = await makeWorkshop(deps, viewer('facilitator').actorId, { code, drafts: [id], phases })
      await enterRoom(deps, workshopId, viewer('guest').actorId)
    }
    await deps.store.tx(async (q) => {
      const deletedAt = deleted ? deps.now() : null
      await q.update(drafts).set({ state, visibility, writing, deletedAt }).where(eq(drafts.id, id))
    })
  }

  const draftThing = (spec: DraftSpec, seat: Seat): DraftThing => ({
    state: spec.state,
    deleted: spec.deleted ?? false,
    visibility: spec.visibility ?? 'members',
    writing: spec.writing ?? 'members',
    ownerId: viewer('owner').actorId,
    memberRole: memberRoles[seat] ?? null,
    workshop: spec.workshop
      ? {
          id: '',
          kind: 'statements',
          writers: 'members',
          locked: false,
          facilitator: seat === 'facilitator',
          inRoom: seat === 'guest' || seat === 'facilitator',
          place: 'common',
        }
      : null,
  })
  const threadThing: World['threadThing'] = (spec, state, seat) => ({
    state,
    createdBy: viewer(spec ? 'writer' : 'contributor').actorId,
    draft: spec && draftThing(spec, seat),
  })

  async function workshop(state: WorkshopThing['state']): Promise<string> {
    const draft = await rawDraft()
    await put(draft, { state: 'writing' })
    const { id } = await services.createWorkshop(viewer('facilitator'), {
      ...{ title: 'Matrix', purpose: 'To be asked about.', startsAt: '2026-11-25T14:00', zone: 'UTC' },
      ...{ template: '30', hearing: '', guests: 'welcome', capacity: '20', draftIds: [draft] },
    })
    if (state !== 'planned') await services.startWorkshop(viewer('facilitator'), { workshopId: id })
    if (state === 'ended') await services.endWorkshop(viewer('facilitator'), { workshopId: id })
    return id
  }

  return {
    people,
    workshop,
    as,
    draftThing,
    threadThing,
    contributionThing: (spec, state, seat) => ({
      ...threadThing(spec, state, seat),
      authorId: viewer('commenter').actorId,
      deletedContribution: false,
    }),
    ballotThing: (spec, state, seat) => ({
      state,
      results: 'hidden',
      isElector: seat === 'writer' || seat === 'moderator' || seat === 'suspended writer',
      openedBy: viewer('owner').actorId,
      draft: draftThing(spec, seat),
      published: spec.state === 'published',
    }),
    objectionThing: (spec, disposition, sealed, seat) => ({
      disposition,
      sealed,
      ownerId: viewer('commenter').actorId,
      standInId: null,
      draft: draftThing(spec, seat),
    }),
    suggestionThing: (spec, seat) => ({
      state: 'open',
      authorId: viewer('commenter').actorId,
      madeBy: viewer('commenter').actorId,
      draft: draftThing(spec, seat),
    }),
    async suggestion(spec) {
      const draft = await rawDraft()
      const wording = { place: 'section/bet', text: 'Other words.', reason: 'Clearer.' }
      const { id } = await services.makeSuggestion(viewer('commenter'), { draftId: draft, ...wording })
      await put(draft, spec)
      return { id, draft }
    },
    async draft(spec) {
      const id = await rawDraft()
      await put(id, spec)
      return id
    },
    async thread(spec, state) {
      const draft = spec && (await rawDraft())
      const about = draft ? { draft } : { entry: { kind: 'strategy' as const, slug: 'pause' } }
      const opener = viewer(spec ? 'writer' : 'contributor')
      const { id } = await services.openThread(opener, { ...about, kind: 'general', place: 'entry', title: 'Matrix' })
      const contribution = await services.postContribution(viewer('commenter'), {
        threadId: id,
        type: 'note',
        text: 'A note of the commenter.',
      })
      // So many threads are made that nobody could post in all of them within a day.
      await deps.store.tx(async (q) => {
        await q
          .update(contributions)
          .set({ createdAt: deps.now() - 2 * 86_400_000 })
          .where(eq(contributions.id, contribution.id))
      })
      if (state === 'resolved') {
        await deps.store.tx(async (q) => {
          await q
            .update(threads)
            .set({ state, outcome: 'set-aside', outcomeReason: 'Said.', resolvedAt: deps.now() })
            .where(eq(threads.id, id))
        })
      }
      if (draft && spec) await put(draft, spec)
      return { id, contribution: contribution.id }
    },
    async ballot(spec, state) {
      const draft = await rawDraft()
      const electorate = [viewer('writer'), viewer('moderator')].map(({ actorId }) => actorId)
      const { id } = await openBallot(deps, services, viewer('owner'), draft, electorate)
      await addElector(deps, id, viewer('suspended writer').actorId)
      if (state === 'closed') await services.closeBallot(viewer('admin'), { ballotId: id, reason: 'For the matrix.' })
      if (state === 'scheduled') await plan(deps, id)
      await put(draft, spec)
      return id
    },
    async objection(spec, disposition, sealed = false) {
      const draft = await rawDraft()
      const words = { text: 'It says too much.', settledBy: 'Saying less.' }
      const { id } = await services.raiseObjection(viewer('commenter'), { draftId: draft, ...words })
      await deps.store.tx(async (q) => {
        await q.update(objections).set({ disposition, sealed }).where(eq(objections.id, id))
      })
      await put(draft, spec)
      return { id, draft }
    },
  }
}

/** Puts an open ballot back to the time before its opening. */
async function plan(deps: Deps, id: string): Promise<void> {
  const opensAt = deps.now() + 30 * 60_000
  await deps.store.tx((q) => q.update(ballots).set({ state: 'scheduled', opensAt }).where(eq(ballots.id, id)))
}

async function seatPerson(deps: Deps, seat: Seat): Promise<Person> {
  if (seat === 'signed out') return { seat, viewer: null, cookie: null, token: null }
  if (seat === 'guest') {
    const lead = await makeAccount(deps, { role: 'facilitator' })
    const guest = await makeGuest(deps, await makeWorkshop(deps, lead.actorId, { code: deps.newId() }), 'The guest')
    return { seat, viewer: guest, cookie: await makeSession(deps, guest), token: null }
  }
  const roleOf: Partial<Record<Seat, Viewer['role']>> = {
    'expired session': 'admin',
    reader: 'reader',
    reviewer: 'reviewer',
    facilitator: 'facilitator',
    moderator: 'moderator',
    admin: 'admin',
  }
  const role = roleOf[seat] ?? 'contributor'
  const account = await makeAccount(deps, { role: role === 'guest' ? 'reader' : role, name: `The ${seat}` })
  const expired = seat === 'expired session'
  const cookie = await makeSession(deps, account, { expired })
  const token = await makeToken(deps, account, { expired })
  const suspended = seat === 'suspended writer'
  if (suspended) await suspendAccount(deps, account.actorId)
  return { seat, viewer: expired ? null : { ...account, suspended }, cookie, token }
}

async function openBallot(deps: Deps, services: Services, by: Viewer, draftId: string, electorate: readonly string[]) {
  return services.openBallot(by, {
    draftId,
    rule: 'simple-majority',
    quorum: 1,
    closesAt: deps.now() + 3_600_000,
    electorate,
    names: 'shown',
  })
}

/** Somebody who was suspended after the electorate was frozen. */
async function addElector(deps: Deps, ballotId: string, actorId: string): Promise<void> {
  await deps.store.tx(async (q) => {
    await q.insert(electors).values({ ballotId, actorId, class: 'full' })
  })
}
