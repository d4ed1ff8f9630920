import { describe, expect, it } from 'vitest'
import type { Viewer } from '../../../domain/access/viewer.ts'
import type { Choice } from '../../../domain/ballots/ballot.ts'
import { canonicalJson } from '../../../domain/record/canonical-json.ts'
import type { Deps } from '../../../server/deps.ts'
import type { LiveEvent } from '../../../server/live/bus.ts'
import { createServices } from '../../../server/services.ts'
import { amendBallot } from '../../../server/usecases/ballots/amend-ballot.ts'
import { reaffirmVote } from '../../../server/usecases/ballots/reaffirm-vote.ts'
import { replaceSection } from '../../../server/usecases/drafts/replace-section.ts'
import type { BallotWorld } from '../../factories/ballot-world.ts'
import { aBallot, vote } from '../../factories/ballot-world.ts'
import { bundleOf } from '../../factories/bundle-world.ts'
import { anAccount } from '../../factories/decided-draft.ts'
import { testDeps } from '../../factories/test-deps.ts'

/** Dependencies whose chance is a count, so that two worlds with the same history have the same ids. */
function countedDeps(): Deps {
  const deps = testDeps()
  let ids = 0
  let bytes = 0
  return {
    ...deps,
    newId: () => `id${String(ids++).padStart(18, '0')}`,
    randomBytes: (length) => Uint8Array.from({ length }, () => (bytes++ * 37) % 256),
  }
}

/** Everything that some page, API answer or live event shows of a ballot to one viewer. */
async function whatIsSeen(deps: Deps, viewer: Viewer | null, { ballotId, draftId }: BallotWorld, receipts: string[]) {
  const services = createServices(deps)
  const asked = {
    page: () => services.ballotPage(viewer, ballotId),
    text: () => services.ballotText(viewer, ballotId),
    amendments: () => services.ballotAmendments(viewer, ballotId),
    list: () => services.ballotsList(viewer),
    api: () => services.ballotJson(viewer, { id: ballotId }),
    receipts: () => Promise.all(receipts.map((typed) => services.checkReceipt(viewer, { ballotId, typed }))),
    draft: () => services.draftPage(viewer, draftId),
    drafts: () => services.draftsList(viewer),
    threads: () => services.draftThreadsPage(viewer, draftId),
    moderation: () => services.moderationQueue(viewer),
    publish: () => services.publishPage(viewer, draftId),
    inbox: () => services.inboxPage(viewer, 'needs'),
    news: () => services.inboxPage(viewer, 'watching'),
    record: () => services.recordView(viewer, {}),
    recordApi: () => services.recordPage({ after: 0 }),
    // Its first line has hashes over all others.
    bundle: async () => (await bundleOf(deps, 'members')).slice(1),
  }
  const seen: Record<string, unknown> = {}
  for (const [name, ask] of Object.entries(asked)) {
    seen[name] = await ask().catch((refused: unknown) => String(refused))
  }
  return withoutHashes(canonicalJson(seen))
}

/** Salted hashes differ by their salt in any two worlds; what they hide is not readable from them. */
function withoutHashes(text: string): string {
  return text
    .replace(/\\?"(leafHash|prev|hash)\\?":\\?"[0-9a-f]{64}\\?"/g, '"$1":"…"')
    .replace(/"shortHash":"[0-9a-f]{4}-[0-9a-f]{4}"/g, '"shortHash":"…"')
}

/** A world in which the same people voted at the same moments, with these choices. */
async function aWorld(
  choices: readonly Choice[],
  names: 'shown' | 'hidden',
  then: (deps: Deps, world: BallotWorld) => Promise<void> = async () => undefined,
) {
  const deps = countedDeps()
  const live: LiveEvent[] = []
  const world = await aBallot(deps, { names })
  const bystander = await anAccount(deps, 'contributor', 'Nobody Special')
  const reader = await anAccount(deps, 'reader', 'Only Reads')
  // That a draft was written in is told a moment later than it was.
  deps.live.subscribe((event) => event.type !== 'draft.edited' && live.push(event))
  const receipts: string[] = []
  const people = [...world.voters, world.voters[0]]
  for (const [i, choice] of choices.entries()) {
    receipts.push((await vote(deps, people[i] ?? world.owner, world.ballotId, choice)).receipt)
  }
  await then(deps, world)
  const everyone = [null, reader, bystander, world.owner, ...world.voters, world.moderator, world.admin]
  const seen = await Promise.all(everyone.map((viewer) => whatIsSeen(deps, viewer, world, receipts)))
  return { seen, live, deps, world }
}

describe('hidden results', () => {
  it.each(['shown', 'hidden'] as const)(
    '[B17] two worlds that differ only in choices look alike to every role, names %s',
    async (names) => {
      // Objecting makes one more id, so both worlds have as many objections, by other voters.
      const one = await aWorld(['agree', 'object', 'abstain', 'agree'], names)
      const other = await aWorld(['object', 'reservations', 'agree', 'abstain'], names)
      expect(other.live).toEqual(one.live)
      const owners = names === 'shown' ? new Set([4, 5, 6]) : new Set<number>()
      for (const [i, seen] of one.seen.entries()) {
        // A voter may see the own sealed objection where names are shown; nobody else may see anything.
        if (!owners.has(i)) expect(other.seen[i]).toBe(seen)
        expect(seen).not.toContain('"known":{')
      }
      for (const seen of one.seen.slice(2)) {
        expect(seen).toContain('"turnout":3')
        expect(seen).toContain('"type":"ballot.vote-cast"')
      }
    },
  )

  it.each(['shown', 'hidden'] as const)(
    '[B49] after a changed text, re-affirming and voting anew look alike to every role, names %s',
    async (names) => {
      const worlds = []
      for (const [choices, again] of [
        [['agree', 'object', 'abstain'], 'reaffirm'],
        [['abstain', 'object', 'reservations'], 'agree'],
      ] as const) {
        worlds.push(
          await aWorld(choices, names, async (deps, { owner, voters, ballotId, draftId }) => {
            await replaceSection(deps, owner, { draftId, section: 'bet', markdown: 'Otherwise.' })
            await amendBallot(deps, owner, { ballotId, change: 'material', note: 'It says otherwise.' })
            if (again === 'reaffirm') await reaffirmVote(deps, voters[0], { ballotId })
            else await vote(deps, voters[0], ballotId, again)
          }),
        )
      }
      const [one, other] = worlds
      expect(other?.live).toEqual(one?.live)
      expect(other?.seen).toEqual(one?.seen)
      for (const seen of one?.seen.slice(2) ?? []) expect(seen).toContain('"toAsk":2')
    },
  )

  it('[B17] the comparison would notice: after closing, the same worlds differ', async () => {
    const worlds = [
      await aWorld(['agree', 'object', 'abstain'], 'hidden'),
      await aWorld(['object', 'agree', 'abstain'], 'hidden'),
    ]
    const closed = await Promise.all(
      worlds.map(async ({ deps, world }) => {
        await createServices(deps).closeBallot(world.moderator, { ballotId: world.ballotId, reason: 'Done.' })
        return whatIsSeen(deps, world.owner, world, [])
      }),
    )
    expect(closed[0]).not.toBe(closed[1])
  })

  it('shows the count as it grows where the ballot was opened as public', async () => {
    const deps = testDeps()
    const { ballotId, voters, owner } = await aBallot(deps, { results: 'public' })
    await vote(deps, voters[0], ballotId, 'agree')
    const page = await createServices(deps).ballotPage(owner, ballotId)
    expect(page.known).toMatchObject({
      final: false,
      papers: [],
      outcome: { tally: { agree: 1 }, result: 'no-quorum' },
    })
    expect(page.quorumNext).toBe(true)
  })
})
