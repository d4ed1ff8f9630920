import { findCase } from '../../db/queries/moderation.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import { castVote } from '../usecases/ballots/cast-vote.ts'
import { openBallot } from '../usecases/ballots/open-ballot.ts'
import { stateOutcome } from '../usecases/ballots/state-outcome.ts'
import { createDraft } from '../usecases/drafts/create-draft.ts'
import { moveDraft } from '../usecases/drafts/move-draft.ts'
import { appealDecision, decideAppeal } from '../usecases/moderation/appeal.ts'
import { claimCase } from '../usecases/moderation/claim-case.ts'
import { decideCase } from '../usecases/moderation/decide-case.ts'
import { flagThing } from '../usecases/moderation/flag-thing.ts'
import { disposeObjection } from '../usecases/objections/dispose-objection.ts'
import { raiseObjection } from '../usecases/objections/raise-objection.ts'
import { askReview } from '../usecases/reviews/ask-review.ts'
import { submitReview } from '../usecases/reviews/submit-review.ts'
import { acceptSuggestion } from '../usecases/suggestions/accept-suggestion.ts'
import { declineSuggestion } from '../usecases/suggestions/decline-suggestion.ts'
import { makeSuggestion } from '../usecases/suggestions/make-suggestion.ts'
import { openThread } from '../usecases/threads/open-thread.ts'
import { postContribution } from '../usecases/threads/post-contribution.ts'
import { react } from '../usecases/threads/react.ts'
import { publishVersion } from '../usecases/versions/publish-version.ts'
import type { ScenarioWorld } from './scenario-world.ts'
import { weekChance } from './week-chance.ts'
import type { Said, WeekLedger } from './week-ledger.ts'
import type { WeekPeople } from './week-people.ts'

const hour = 3_600_000
/** Published strategies that are complete enough to be published again. */
const revised = [
  'pause',
  'compute-governance',
  'voluntary-restraint',
  'alignment-first',
  'open-source-maximalism',
] as const

interface Work {
  draft: string
  owner: Viewer
  thread: string
}

/** What moderators did, for the comparison with the public log. */
export interface Decided {
  act: string
  appeal: 'none' | 'upheld' | 'reversed'
}

/**
 * A week of people writing, arguing, voting, reporting and deciding, through the use cases that the pages call. Whatever
 * happens is written into the ledger beside it.
 */
export async function busyWeek(world: ScenarioWorld, people: WeekPeople, ledger: WeekLedger): Promise<Decided[]> {
  const { deps } = world
  const chance = weekChance(20261129)
  const { contributor, reviewer, facilitator, moderator, admin } = people
  const keepers = [...moderator, ...admin]
  const talkers = [...contributor, ...reviewer, ...facilitator]
  const owners = contributor.slice(0, revised.length)

  // Monday: five revisions are begun and submitted, each with a thread; owners ask two for a review.
  const works: Work[] = []
  for (const [i, entry] of revised.entries()) {
    const owner = owners[i] as Viewer
    const { id: draft } = await createDraft(deps, owner, { kind: 'strategy', entry })
    await moveDraft(deps, owner, { draftId: draft, move: 'submit' })
    const { id: thread } = await openThread(deps, owner, {
      draft,
      kind: 'general',
      place: 'entry',
      title: `What is missing ${i}`,
    })
    ledger.opened(thread, owner.actorId)
    works.push({ draft, owner, thread })
    const asked = chance.some(reviewer, 2)
    await askReview(deps, owner, { draftId: draft, reviewers: asked.map(({ actorId }) => actorId), due: '', note: '' })
    ledger.wait(`review ${draft}`, ...asked.map(({ actorId }) => actorId))
    const [quick] = asked
    if (quick && i % 2 === 0) {
      await world.pass(1)
      await submitReview(deps, quick, { draftId: draft, verdict: 'ready', text: 'It says what would prove it wrong.' })
      ledger.over(`review ${draft}`, quick.actorId)
    }
  }

  // Monday to Saturday: people talk, answer, name each other, agree; some suggest and object.
  let suggested = 0
  const decided: Decided[] = []
  const ballots: { id: string; work: Work; electors: Viewer[]; closesAt: number }[] = []
  for (let today = 0; today < 6; today++) {
    for (let i = 0; i < 30; i++) await talk(chance.one(works), chance.one(talkers))
    for (let i = 0; i < 3; i++) await suggest(chance.one(works.slice(3)), chance.one(reviewer))
    if (today === 1) for (const work of works.slice(0, 4)) await object(work, chance.one(reviewer))
    if (today === 2) for (const work of works.slice(0, 2)) await vote(work, 3 * 24)
    if (today === 5) await vote(works[2] as Work, 4 * 24)
    if (today >= 2 && today <= 4) await report(today)
    await world.pass(24)
    for (const { id, work, closesAt } of ballots) if (closesAt <= deps.now()) await settle(id, work)
  }
  await world.pass(20)
  return decided

  async function talk(work: Work, by: Viewer): Promise<void> {
    const here = ledger.said.filter(({ thread, by: who }) => thread === work.thread && who !== by.actorId)
    if (here.length > 0 && chance.often(0.25)) {
      const { id } = chance.one(here)
      const { stance } = await react(deps, by, { contributionId: id, stance: 'agree' })
      if (stance !== null) ledger.react(by.actorId, id)
      return
    }
    const answered: Said | null = here.length > 0 && chance.often(0.5) ? chance.one(here) : null
    const named = chance.often(0.2) ? chance.one(talkers.filter((one) => one !== by)) : null
    const text = `${named ? `@${named.name}, ` : ''}the mechanism holds only while audits are independent.`
    const { id } = await postContribution(deps, by, {
      threadId: work.thread,
      type: chance.one(['for', 'against', 'question', 'note']),
      text,
      replyTo: answered?.id,
    })
    const names = named ? [named.actorId] : []
    ledger.say({ id, thread: work.thread, by: by.actorId, to: answered?.by ?? null, names }, answered?.id ?? null)
  }

  async function suggest(work: Work, by: Viewer): Promise<void> {
    const text = `Pace is the only lever that buys time, says ${by.name} (${++suggested}).`
    const { id } = await makeSuggestion(deps, by, {
      ...{ draftId: work.draft, place: 'section/bet', text },
      reason: 'Shorter, and it can be wrong.',
    })
    ledger.wait(`suggestion ${id}`, work.owner.actorId)
    if (chance.often(0.5)) {
      if (chance.often(0.5)) await acceptSuggestion(deps, work.owner, { suggestionId: id })
      else await declineSuggestion(deps, work.owner, { suggestionId: id, reason: 'It leaves out who pays.' })
      ledger.over(`suggestion ${id}`)
    }
  }

  async function object(work: Work, by: Viewer): Promise<void> {
    const words = { text: 'It names no observer.', settledBy: 'Name who would see it.' }
    const { id } = await raiseObjection(deps, by, { draftId: work.draft, ...words })
    ledger.wait(`objection ${id}`, work.owner.actorId)
    if (work === works[3]) return
    await disposeObjection(deps, work.owner, { objectionId: id, disposition: 'adopted', reason: 'Done.' })
    ledger.over(`objection ${id}`)
  }

  async function vote(work: Work, hours: number): Promise<void> {
    const electors = chance.some([...contributor, ...reviewer], 15)
    const closesAt = deps.now() + hours * hour
    const { id } = await openBallot(deps, work.owner, {
      ...{ draftId: work.draft, rule: 'simple-majority', quorum: 3, closesAt, names: 'shown' },
      electorate: electors.map(({ actorId }) => actorId),
    })
    const asked = electors.filter((one) => one !== work.owner)
    ledger.wait(`vote ${id}`, ...electors.map(({ actorId }) => actorId))
    // Who opened it knows ([I1]); that it closes is said to the whole electorate.
    if (electors.includes(work.owner)) ledger.over(`vote ${id}`, work.owner.actorId)
    for (const voter of chance.some(asked, 9)) {
      await castVote(deps, voter, { ballotId: id, choice: chance.often(0.8) ? 'agree' : 'abstain' })
      ledger.over(`vote ${id}`, voter.actorId)
    }
    ballots.push({ id, work, electors, closesAt })
  }

  /** What follows once a ballot has closed by its time: one draft is published, the other waits. */
  async function settle(id: string, work: Work): Promise<void> {
    const done = ballots.findIndex((one) => one.id === id)
    if (done === -1) return
    ballots.splice(done, 1)
    ledger.over(`vote ${id}`)
    // What is decided is not reviewed any more.
    ledger.over(`review ${work.draft}`)
    ledger.wait(`statement ${id}`, ...keepers.map(({ actorId }) => actorId))
    ledger.wait(`ready ${work.draft}`, ...keepers.map(({ actorId }) => actorId))
    if (work !== works[0]) return
    const publisher = moderator[0] as Viewer
    await stateOutcome(deps, publisher, { ballotId: id, statement: 'Adopted: the revision names its observer.' })
    ledger.over(`statement ${id}`)
    await publishVersion(deps, publisher, { draftId: work.draft, note: 'Names who would observe the signal.' })
    ledger.over(`ready ${work.draft}`)
  }

  /** Somebody reports a contribution; a moderator decides; one author appeals, and somebody else decides that. */
  async function report(today: number): Promise<void> {
    const words = chance.one(ledger.said.filter(({ thread }) => thread === works[4]?.thread))
    const flagger = chance.one(reviewer.filter(({ actorId }) => actorId !== words.by))
    const { caseId } = await flagThing(deps, flagger, { thing: `contribution/${words.id}`, reason: 'off-topic' })
    ledger.wait(`case ${caseId}`, ...keepers.map(({ actorId }) => actorId))
    // The last report of the week nobody has looked at yet.
    if (today === 4) return
    const [one, other] = moderator as [Viewer, Viewer]
    await claimCase(deps, one, { caseId })
    const act = today === 2 ? 'hide' : 'keep'
    const reason = act === 'keep' ? 'in-order' : 'off-topic'
    await decideCase(deps, one, {
      caseId,
      seen: await revisionOf(caseId),
      act,
      reason,
      words: 'It is about another strategy.',
    })
    ledger.over(`case ${caseId}`)
    if (act === 'keep') {
      decided.push({ act, appeal: 'none' })
      return
    }
    ledger.hide(words.id)
    const author = talkers.find(({ actorId }) => actorId === words.by) as Viewer
    await appealDecision(deps, author, { caseId, text: 'It answers the mechanism of this one.' })
    await decideAppeal(deps, other, { caseId, seen: await revisionOf(caseId), outcome: 'reversed', words: 'It does.' })
    ledger.show(words.id)
    decided.push({ act, appeal: 'reversed' })
  }

  async function revisionOf(caseId: string): Promise<string> {
    return String((await findCase(deps.store.read, caseId))?.revision ?? 0)
  }
}
