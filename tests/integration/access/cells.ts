import type { Actions } from '../../../domain/access/actions.ts'
import type { Action } from '../../../domain/access/policy.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Needs } from '../../../server/http/route-access.ts'
import type { DraftSpec, Person, Seat, World } from '../../factories/matrix-world.ts'

/** What an action is done to in one column of the matrix: the facts the rules see, and the ids that requests need. */
export interface Subject {
  name: string
  /** Makes a fresh one; a cell that changes it gets another. */
  make(): Promise<Record<string, string>>
  thing(action: Action, seat: Seat): unknown
}

/** Whether the table of access lets this person do all of it. */
export function mayAll(needs: Needs, person: Person, subject: Subject): boolean {
  return needs.every((action) => {
    const thing = subject.thing(action, person.seat) as Actions[typeof action]
    return can(person.viewer, action, thing)
  })
}

export const draftSpecs: readonly DraftSpec[] = [
  { state: 'writing' },
  { state: 'writing', writing: 'invited' },
  { state: 'writing', visibility: 'private', writing: 'invited' },
  { state: 'writing', visibility: 'public', writing: 'invited' },
  { state: 'in-review' },
  { state: 'ballot-open' },
  { state: 'promoted' },
  { state: 'returned' },
  { state: 'published' },
  { state: 'archived' },
  { state: 'merged' },
  { state: 'writing', deleted: true },
  { state: 'writing', visibility: 'private', workshop: true },
]

function specName({ state, visibility = 'members', writing = 'members', deleted, workshop }: DraftSpec): string {
  const more = `${deleted ? ', deleted' : ''}${workshop ? ', in a workshop' : ''}`
  return `${state}, read by ${visibility}, written by ${writing}${more}`
}

/** Columns for addresses about nothing in particular. */
export const nothing: Subject = { name: '', make: async () => ({}), thing: () => null }

export function draftSubjects(world: World): Subject[] {
  return draftSpecs.map((spec) => ({
    name: `draft ${specName(spec)}`,
    make: async () => ({ draft: await world.draft(spec) }),
    thing(action, seat) {
      if (action === 'moderation.read') return null
      return action === 'thread.read' ? world.threadThing(spec, 'open', seat) : world.draftThing(spec, seat)
    },
  }))
}

const threadSpecs: readonly (DraftSpec | null)[] = [
  null,
  { state: 'writing' },
  { state: 'writing', visibility: 'private' },
  { state: 'published' },
  { state: 'writing', deleted: true },
  { state: 'writing', visibility: 'private', workshop: true },
]

export function threadSubjects(world: World): Subject[] {
  return threadSpecs.flatMap((spec) =>
    (['open', 'resolved'] as const).map((state) => ({
      name: `${state} thread on ${spec ? `draft ${specName(spec)}` : 'a published entry'}`,
      async make() {
        const { id, contribution } = await world.thread(spec, state)
        return { thread: id, contribution }
      },
      thing: (action: Action, seat: Seat) =>
        action.startsWith('contribution.')
          ? world.contributionThing(spec, state, seat)
          : world.threadThing(spec, state, seat),
    })),
  )
}

export function ballotSubjects(world: World): Subject[] {
  const columns: [DraftSpec, 'scheduled' | 'open' | 'closed'][] = [
    [{ state: 'writing' }, 'scheduled'],
    [{ state: 'ballot-open' }, 'open'],
    [{ state: 'ballot-open', visibility: 'private' }, 'open'],
    [{ state: 'promoted' }, 'closed'],
    [{ state: 'returned', visibility: 'private' }, 'closed'],
    [{ state: 'published' }, 'closed'],
  ]
  return columns.map(([spec, state]) => ({
    name: `${state} ballot on draft ${specName(spec)}`,
    make: async () => ({ ballot: await world.ballot(spec, state) }),
    thing: (_action, seat) => world.ballotThing(spec, state, seat),
  }))
}

export function suggestionSubjects(world: World): Subject[] {
  const columns: DraftSpec[] = [
    { state: 'writing' },
    { state: 'writing', writing: 'invited' },
    { state: 'writing', visibility: 'private' },
    { state: 'ballot-open' },
    { state: 'promoted' },
    { state: 'writing', deleted: true },
  ]
  return columns.map((spec) => ({
    name: `open suggestion for draft ${specName(spec)}`,
    async make() {
      const { id, draft } = await world.suggestion(spec)
      return { suggestion: id, draft }
    },
    thing: (_action, seat) => world.suggestionThing(spec, seat),
  }))
}

export function objectionSubjects(world: World, disposition: 'open' | 'dismissed'): Subject[] {
  const columns: [DraftSpec, boolean][] = [
    [{ state: 'writing' }, false],
    [{ state: 'ballot-open' }, disposition === 'open'],
    [{ state: 'in-review', writing: 'invited' }, false],
  ]
  return columns.map(([spec, sealed]) => ({
    name: `${disposition}${sealed ? ', sealed' : ''} objection on draft ${specName(spec)}`,
    async make() {
      const { id, draft } = await world.objection(spec, disposition, sealed)
      return { objection: id, draft }
    },
    thing: (action, seat) =>
      action.startsWith('objection.') && action !== 'objection.raise'
        ? world.objectionThing(spec, disposition, sealed, seat)
        : world.draftThing(spec, seat),
  }))
}

/** One that `facilitator` planned and leads. */
export function workshopSubjects(world: World): Subject[] {
  return (['planned', 'live', 'ended'] as const).map((state) => ({
    name: `${state} workshop`,
    make: async () => ({ workshop: await world.workshop(state) }),
    thing: (_action, seat) => ({ state, role: seat === 'facilitator' ? 'facilitator' : null }),
  }))
}
