/** What one open page tells the others; the server puts in who it is. */
export interface PresenceUser {
  id: string
  name: string
  colour: string
}

/** Somebody who has the draft open, in one tab or several. */
export interface Person extends PresenceUser {
  own: boolean
  /** Sections their carets are in. */
  sections: string[]
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

/** The person in a presence state; null for a state without one. */
export function userOf(state: unknown): PresenceUser | null {
  if (!isRecord(state) || !isRecord(state.user)) return null
  const { id, name, colour } = state.user
  if (typeof id !== 'string' || typeof name !== 'string') return null
  return { id, name, colour: typeof colour === 'string' ? colour : '' }
}

/**
 * One line per person, not per tab: oneself first, then by name.
 *
 * @param states presence by client.
 */
export function peopleOf(states: ReadonlyMap<number, unknown>, ownId: string): Person[] {
  const people = new Map<string, Person>()
  for (const state of states.values()) {
    const user = userOf(state)
    if (!user || !isRecord(state)) continue
    const person = people.get(user.id) ?? { ...user, own: user.id === ownId, sections: [] }
    const { section, focusing } = state
    if (typeof section === 'string' && focusing === true && !person.sections.includes(section)) {
      person.sections.push(section)
    }
    people.set(user.id, person)
  }
  return [...people.values()].sort((a, b) => Number(b.own) - Number(a.own) || (a.name < b.name ? -1 : 1))
}
