import { describe, expect, it } from 'vitest'
import type { Arguer } from '../../factories/argue-world.ts'
import { refusal } from '../../factories/argue-world.ts'
import { candidateWorld } from '../../factories/candidate-world.ts'

type World = Awaited<ReturnType<typeof candidateWorld>>
type Act = (world: World, by: Arguer | null) => Promise<unknown>

const candidate = '1'
const acts: Record<string, Act> = {
  propose: ({ services, threadId }, by) => services.proposeCandidate(by, { threadId, text: 'Two decide.' }),
  react: ({ services, threadId }, by) => services.reactToCandidate(by, { threadId, candidate, stance: 'agree' }),
  reword: ({ services, threadId }, by) => services.rewordCandidate(by, { threadId, candidate, text: 'Other.' }),
  withdraw: ({ services, threadId }, by) => services.withdrawCandidate(by, { threadId, candidate }),
  merge: ({ services, threadId }, by) => services.mergeCandidate(by, { threadId, candidate, into: '2' }),
  carry: ({ services, threadId }, by) => services.carryCandidate(by, { threadId, candidate }),
}

/** Who may, of: author, owner, commenter, facilitator, moderator, onlooker (reads), outsider (sees nothing), nobody. */
const may: Record<string, string[]> = {
  propose: ['author', 'owner', 'commenter', 'facilitator', 'moderator'],
  react: ['owner', 'commenter', 'facilitator', 'moderator'],
  reword: ['author'],
  withdraw: ['author'],
  merge: ['facilitator', 'moderator'],
  carry: ['owner', 'facilitator', 'moderator'],
}

async function worldWithCandidates() {
  const world = await candidateWorld()
  const { services, owner, commenter, second, facilitator, moderator, people, threadId } = world
  await services.proposeCandidate(commenter, { threadId, text: 'One firm decides.' })
  await services.proposeCandidate(owner, { threadId, text: 'One company decides.' })
  const all: Record<string, Arguer | null> = {
    author: commenter,
    owner,
    commenter: second,
    facilitator,
    moderator,
    onlooker: people.onlooker,
    outsider: people.outsider,
    nobody: null,
  }
  return { world, all }
}

describe.each(Object.entries(acts))('%s', (name, act) => {
  it(`is done by ${may[name]?.join(', ')} and refused to all others`, async () => {
    const { world, all } = await worldWithCandidates()
    for (const [who, by] of Object.entries(all)) {
      if (may[name]?.includes(who)) continue
      // Reacting to one's own is a conflict, not a lack of rights.
      expect((await refusal(act(world, by))).code, who).toMatch(/^(not-allowed|not-found|signed-out|conflict)$/)
    }
    for (const who of may[name] ?? []) {
      const { world, all } = await worldWithCandidates()
      await act(world, all[who] ?? null)
    }
  })
})
