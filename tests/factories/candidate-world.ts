import { createServices } from '../../server/services.ts'
import type { Arguer } from './argue-world.ts'
import { argueWorld, createArguer } from './argue-world.ts'
import { memberOf } from './draft-world.ts'

/** A hearing on an empty falsification signal of a private draft, with two commenters. */
export async function candidateWorld() {
  const world = await argueWorld()
  const services = createServices(world.deps)
  const { owner, commenter, moderator } = world.people
  const second = await createArguer(world.deps, 'Gita Rao')
  const facilitator = await createArguer(world.deps, 'Hanna Lind', 'facilitator')
  for (const person of [second, facilitator]) await memberOf(world.deps, world.draftId, person.person, 'commenter')
  const { id: threadId } = await services.openThread(owner, { draft: world.draftId, kind: 'falsification' })
  const propose = async (by: Arguer, text: string) => (await services.proposeCandidate(by, { threadId, text })).n
  const react = (by: Arguer, n: number, stance: string, seen?: string) =>
    services.reactToCandidate(by, { threadId, candidate: String(n), stance, seen })
  const all = async (by: Arguer | null = owner) => (await services.threadPage(by, threadId)).candidates
  const seen = async (by: Arguer | null, n: number) => (await all(by))?.list.find((one) => one.n === n)
  return { ...world, services, owner, commenter, second, facilitator, moderator, threadId, propose, react, all, seen }
}
