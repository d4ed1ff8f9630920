import type { Role, Viewer } from '../../domain/access/viewer.ts'
import type { ScenarioWorld } from './scenario-world.ts'

const first = ['Ada', 'Bela', 'Chidi', 'Dora', 'Emeka', 'Farah', 'Goran', 'Hana'] as const
const last = ['Moreau', 'Okonkwo', 'Petrov', 'Quispe', 'Rahman'] as const

/** Forty accounts: how many there are of each role. */
const roles: readonly (readonly [Exclude<Role, 'guest'>, number])[] = [
  ['admin', 2],
  ['moderator', 4],
  ['facilitator', 3],
  ['reviewer', 8],
  ['contributor', 20],
  ['reader', 3],
]

export type WeekPeople = Record<Exclude<Role, 'guest'>, Viewer[]>

/** Makes the accounts of the week. */
export async function weekPeople(world: ScenarioWorld): Promise<WeekPeople> {
  const names = last.flatMap((family) => first.map((given) => `${given} ${family}`))
  const people: WeekPeople = { reader: [], contributor: [], reviewer: [], facilitator: [], moderator: [], admin: [] }
  for (const [role, count] of roles) {
    for (let i = 0; i < count; i++) people[role].push(await world.person(names.shift() ?? role, role))
  }
  return people
}
