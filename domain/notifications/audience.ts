import type { DraftThing } from '../access/policy.ts'
import { can } from '../access/policy.ts'
import type { Role, Viewer } from '../access/viewer.ts'
import { asViewer, isFacilitator, isMember, isModerator } from '../access/viewer.ts'
import type { Kind, KindId, Volume } from './kinds.ts'
import { kinds } from './kinds.ts'

/** An account as far as it matters for what it may be told. */
export interface Person {
  actorId: string
  role: Role
  suspended: boolean
  /** Own role in the draft that the occasion is about, if any. */
  draftRole: DraftThing['memberRole']
  /** What the person chose for the thing, or took part with; null where they never did. */
  volume: Volume | null
}

/** Somebody whom an event may concern, and as what. */
export interface Wanted {
  actorId: string
  kind: KindId
}

export interface Occasion {
  /** Who did it; null for the scheduler, and where that is secret. */
  by: string | null
  /** The draft that it is about, without anybody's own role in it; null for something on a published entry. */
  draft: Omit<DraftThing, 'memberRole'> | null
}

/**
 * Who is told of an event, and as what: each person once, as the first of their kinds that reaches them ([I1]–[I6]).
 *
 * @param people everybody wanted; who is missing is no account and is told nothing.
 */
export function whoIsTold<W extends Wanted>(
  { by, draft }: Occasion,
  wanted: readonly W[],
  people: ReadonlyMap<string, Person>,
): W[] {
  const told = new Map<string, W>()
  for (const one of wanted) {
    const person = people.get(one.actorId)
    if (!person || one.actorId === by || told.has(one.actorId)) continue
    if (reaches(kinds[one.kind], person, draft)) told.set(one.actorId, one)
  }
  return [...told.values()]
}

function reaches(kind: Kind, person: Person, draft: Occasion['draft']): boolean {
  if ((person.suspended && !kind.suspendedToo) || !arrives(kind, person.volume)) return false
  const viewer = asViewer(person)
  return hasRole(kind, viewer) && mayRead(kind, viewer, draft && { ...draft, memberRole: person.draftRole })
}

/** Does it arrive at this volume ([I6])? Who chose none hears what concerns them. */
function arrives(kind: Kind, volume: Volume | null): boolean {
  if (kind.arrives === 'always' || volume === null || volume === 'all') return true
  return volume === 'decisions' && kind.arrives === 'decisions'
}

function hasRole({ role }: Kind, viewer: Viewer): boolean {
  switch (role) {
    case 'account':
      return true
    case 'member':
      return isMember(viewer)
    case 'facilitator':
      return isFacilitator(viewer)
    case 'moderator':
      return isModerator(viewer)
  }
}

/** May this reader see what it is about ([I3])? Asked when it is told and again whenever it is shown. */
export function mayRead({ reads }: Pick<Kind, 'reads'>, viewer: Viewer, draft: DraftThing | null): boolean {
  switch (reads) {
    case 'entry':
    case 'ballot':
      // Published, or read by who is on the electorate, from which alone its readers are taken.
      return true
    case 'thread':
      return can(viewer, 'thread.read', { state: 'open', createdBy: '', draft })
    case 'draft':
      return draft !== null && can(viewer, 'draft.read', draft)
    case 'listed-draft':
      // Who only watches its entry must not be led to a draft that stands in no list.
      return draft !== null && can(viewer, 'draft.find', draft)
  }
}
