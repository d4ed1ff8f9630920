import { asc, eq, like } from 'drizzle-orm'
import { actors, users } from '../../db/schema.ts'
import type { Deps } from '../deps.ts'

/** What `/sign-in` shows: in demo mode the people one may continue as, most powerful last ([A8]). */
export async function signInPage(deps: Deps) {
  const people = deps.env.demo
    ? await deps.store.read
        .select({ actorId: actors.id, name: actors.name, role: users.role })
        .from(users)
        .innerJoin(actors, eq(actors.id, users.actorId))
        .where(like(users.email, '%@demo.invalid'))
        .orderBy(asc(actors.name))
    : []
  const order = ['reader', 'contributor', 'reviewer', 'facilitator', 'moderator', 'admin']
  return {
    demo: deps.env.demo,
    people: people.sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role)),
  }
}
