/** Account roles, least powerful first. `guest` is a workshop participant without an account. */
export type Role = 'guest' | 'reader' | 'contributor' | 'reviewer' | 'facilitator' | 'moderator' | 'admin'

/** Who is asking: an account, a guest, or (null) a signed-out reader. */
export interface Viewer {
  actorId: string
  name: string
  role: Role
  colour: string
  suspended: boolean
}

/** Contributor and up, not suspended: the people who make up an electorate of "members". */
export function isMember(viewer: Viewer | null): viewer is Viewer {
  return viewer !== null && !viewer.suspended && viewer.role !== 'guest' && viewer.role !== 'reader'
}

export const moderatorRoles = ['moderator', 'admin'] as const satisfies Role[]
export const facilitatorRoles = ['facilitator', ...moderatorRoles] as const satisfies Role[]

/** Who leads a workshop or an argument: a facilitator, and whoever moderates. */
export function isFacilitator(viewer: Viewer | null): viewer is Viewer {
  return isMember(viewer) && (viewer.role === 'facilitator' || isModerator(viewer))
}

export function isModerator(viewer: Viewer | null): viewer is Viewer {
  return isMember(viewer) && (viewer.role === 'moderator' || viewer.role === 'admin')
}

/** Somebody else as the rules look at them, where nobody is shown them. */
export function asViewer({ actorId, role, suspended }: Pick<Viewer, 'actorId' | 'role' | 'suspended'>): Viewer {
  return { actorId, role, suspended, name: '', colour: '' }
}
