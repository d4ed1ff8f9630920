import type { Viewer } from '../../domain/access/viewer.ts'
import type { BundleScope } from '../../domain/record/bundle.ts'
import type { Deps } from '../../server/deps.ts'
import { keepCheckpoint } from '../../server/record/keep-checkpoint.ts'
import { bundleText } from '../../server/record/write-bundle.ts'
import { castVote } from '../../server/usecases/ballots/cast-vote.ts'
import { closeBallot } from '../../server/usecases/ballots/close-ballot.ts'
import { extendBallot } from '../../server/usecases/ballots/extend-ballot.ts'
import type { OpenBallot } from '../../server/usecases/ballots/open-ballot.ts'
import { openBallot } from '../../server/usecases/ballots/open-ballot.ts'
import { createDraft } from '../../server/usecases/drafts/create-draft.ts'
import { redactDraft } from '../../server/usecases/drafts/redact-draft.ts'
import { replaceSection } from '../../server/usecases/drafts/replace-section.ts'
import { publishEdition } from '../../server/usecases/editions/publish-edition.ts'
import { disposeObjection } from '../../server/usecases/objections/dispose-objection.ts'
import { raiseObjection } from '../../server/usecases/objections/raise-objection.ts'
import { publishVersion } from '../../server/usecases/versions/publish-version.ts'
import { rollBackEntry } from '../../server/usecases/versions/roll-back-entry.ts'
import { withdrawEntry } from '../../server/usecases/versions/withdraw-entry.ts'
import { minute } from './ballot-world.ts'
import { anAccount } from './decided-draft.ts'
import type { TestDeps } from './test-deps.ts'
import { testDeps } from './test-deps.ts'

export interface BundleWorld {
  deps: TestDeps
  owner: Viewer
  voters: Viewer[]
  moderator: Viewer
  /** Of the revision that was published with names shown, and of the first text with names hidden. */
  ballots: { shown: string; hidden: string; rejected: string }
  /** Removes words of the rejected draft for good. */
  redact(): Promise<unknown>
}

type Said = readonly [by: Viewer, choice: 'agree' | 'reservations' | 'abstain' | 'object']

/**
 * A concept that was voted on with hidden names and published, revised under an objection with shown names and
 * published, rejected once in between, and another one that was withdrawn; a ballot that is open.
 */
export async function bundleWorld(deps = testDeps()): Promise<BundleWorld> {
  const owner = await anAccount(deps, 'contributor', 'Ines Duarte')
  const moderator = await anAccount(deps, 'moderator', 'Lea Brandt')
  const voters = [
    await anAccount(deps, 'contributor', 'Tomasz Lis'),
    await anAccount(deps, 'reviewer', 'Amara Okafor'),
    await anAccount(deps, 'contributor', 'Jun Watanabe'),
  ]
  const [tomasz, amara, jun] = voters as [Viewer, Viewer, Viewer]
  const everybody = [owner, ...voters, moderator].map(({ actorId }) => actorId)
  let clock = deps.now()
  const later = () => {
    clock += 7_000
    deps.setNow(clock)
  }

  async function write(draftId: string, markdown: string) {
    await replaceSection(deps, owner, { draftId, section: 'body', markdown })
  }

  async function decide(draftId: string, votes: readonly Said[], opening: Partial<OpenBallot>, early = true) {
    later()
    const closesAt = deps.now() + 10 * minute
    const usual = { draftId, rule: 'simple-majority', quorum: 1, closesAt, electorate: everybody, names: 'shown' }
    const { id } = await openBallot(deps, owner, { ...usual, ...opening })
    for (const [by, choice] of votes) {
      later()
      await castVote(deps, by, { ballotId: id, choice, reason: 'It names no limit.', settledBy: 'A number.' })
    }
    later()
    const longer = { ballotId: id, closesAt: closesAt + 10 * minute, reason: 'One more is on the way.' }
    if (opening.rule === 'consensus') await extendBallot(deps, owner, longer)
    if (early) await closeBallot(deps, moderator, { ballotId: id, reason: 'Everybody has voted.' })
    return id
  }

  const first = await createDraft(deps, owner, { kind: 'concept', title: 'Windfall' })
  await write(first.id, 'What comes of a gain that nobody earned.')
  const hidden = await decide(
    first.id,
    [
      [tomasz, 'object'],
      [amara, 'agree'],
      [tomasz, 'agree'],
      [jun, 'abstain'],
    ],
    { names: 'hidden', rule: 'supermajority', parameters: { p: 0.6667 }, quorum: { share: 0.5 } },
  )
  later()
  await publishVersion(deps, moderator, { draftId: first.id, note: 'The first text.', statement: 'Nobody objects.' })

  const second = await createDraft(deps, owner, { kind: 'concept', entry: 'windfall' })
  await write(second.id, 'What comes of a gain that nobody earned, and to whom.')
  const { id: objection } = await raiseObjection(deps, jun, {
    draftId: second.id,
    text: 'It says not who decides.',
    settledBy: 'A sentence on that.',
  })
  later()
  await disposeObjection(deps, moderator, {
    objectionId: objection,
    disposition: 'minority-note',
    reason: 'It stands beside the text.',
  })
  const shown = await decide(
    second.id,
    [
      [owner, 'agree'],
      [tomasz, 'reservations'],
      [jun, 'object'],
      [amara, 'agree'],
      [jun, 'reservations'],
    ],
    { rule: 'consensus', parameters: { p: 0.5001 } },
  )
  later()
  await publishVersion(deps, moderator, { draftId: second.id, note: 'It says to whom.' })

  later()
  await publishEdition(deps, moderator, { name: '2026.4', note: 'The first one.' })
  await keepCheckpoint(deps)

  const third = await createDraft(deps, owner, { kind: 'concept', entry: 'windfall' })
  await write(third.id, 'Nothing comes of it.')
  const rejected = await decide(
    third.id,
    [
      [tomasz, 'object'],
      [owner, 'agree'],
      [jun, 'object'],
    ],
    {},
  )
  const other = await createDraft(deps, owner, { kind: 'concept', title: 'Lock-in' })
  await write(other.id, 'What cannot be undone.')
  await decide(other.id, [[owner, 'agree']], {})
  later()
  await publishVersion(deps, moderator, { draftId: other.id, note: 'New.' })
  later()
  await withdrawEntry(deps, moderator, { place: 'concepts/lock-in', reason: 'It was about something else.' })
  later()
  await rollBackEntry(deps, moderator, { place: 'concepts/windfall', n: 1, reason: 'The old one was right.' })
  const waiting = await createDraft(deps, owner, { kind: 'concept', title: 'Takeoff' })
  await write(waiting.id, 'How fast.')
  await decide(waiting.id, [[amara, 'object']], {}, false)
  later()
  await keepCheckpoint(deps)
  later()
  const redact = () =>
    redactDraft(deps, moderator, { draftId: third.id, words: 'Nothing comes', reason: 'A court asked for it.' })
  return { deps, owner, voters, moderator, ballots: { shown, hidden, rejected }, redact }
}

/** The lines of a bundle of what a database holds now. */
export async function bundleOf(deps: Pick<Deps, 'env'>, scope: BundleScope = 'public'): Promise<string[]> {
  const lines: string[] = []
  for await (const text of bundleText(deps.env.databaseFile, scope)) lines.push(text.slice(0, -1))
  return lines
}
