import { eq } from 'drizzle-orm'
import { replaceSection } from '../../../collab/replace-section.ts'
import { actors, users } from '../../../db/schema.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { paragraph } from '../../../domain/prose/tree.ts'
import { suggestedName } from '../../../domain/publishing/editions.ts'
import { day } from '../../../domain/text/day.ts'
import type { Deps } from '../../deps.ts'
import { askBallot } from '../ballots/ask-ballot.ts'
import { castVote } from '../ballots/cast-vote.ts'
import { closeBallot } from '../ballots/close-ballot.ts'
import { openBallot } from '../ballots/open-ballot.ts'
import { placeMarker } from '../bands/place-marker.ts'
import { setScaleOf } from '../bands/set-scale.ts'
import { createDraft } from '../drafts/create-draft.ts'
import { publishEdition } from '../editions/publish-edition.ts'
import { makeSuggestion } from '../suggestions/make-suggestion.ts'
import { openThread } from '../threads/open-thread.ts'
import { postContribution } from '../threads/post-contribution.ts'
import { openBallot as ballotUnderWay, decidedBallot, openQuestion } from './demo-ballots.ts'
import { compete } from './demo-candidates.ts'
import type { DemoContribution, DemoPerson } from './demo-content.ts'
import { draftInProgress, publicHearing } from './demo-content.ts'
import { thinkAgain } from './demo-minds.ts'
import { loadSignals } from './load-demo-signals.ts'

const minute = 60 * 1000

/**
 * Fills a fresh demo with deliberation, through the same use cases that people use, so that every rule holds for
 * it and the record tells of it. Times are spread over the days before now by a clock of the demo's own.
 */
export async function loadDemo(real: Deps): Promise<void> {
  const people = await demoPeople(real)
  const as = (name: DemoPerson): Viewer => {
    const viewer = people.get(name)
    if (!viewer) throw new Error(`the demo account ${name} is missing`)
    return viewer
  }
  let clock = real.now() - 4 * day
  const deps: Deps = { ...real, now: () => clock }
  const later = (by: number) => {
    clock = Math.min(clock + by, real.now())
  }

  async function writeDraft(strategy: string, owner: DemoPerson, sections: Record<string, string>): Promise<string> {
    const { id } = await createDraft(deps, as(owner), { kind: 'strategy', entry: strategy })
    later(20 * minute)
    for (const [section, text] of Object.entries(sections)) {
      await deps.collab.transact(id, as(owner).actorId, (doc) => replaceSection(doc, section, paragraph(text)))
      later(25 * minute)
    }
    return id
  }

  const inPublic: string[] = []

  async function argue(threadId: string, contributions: DemoContribution[]): Promise<string[]> {
    const ids: string[] = []
    for (const { by, type, text, replyTo, sources, seeAlso } of contributions) {
      const reply = replyTo === undefined ? {} : { replyTo: ids[replyTo] }
      const named = seeAlso === undefined ? {} : { seeAlso: inPublic[seeAlso] }
      const { id } = await postContribution(deps, as(by), { threadId, type, text, sources, ...reply, ...named })
      ids.push(id)
      later(95 * minute)
    }
    return ids
  }

  const hearing = await openThread(deps, as(publicHearing.by), {
    entry: { kind: 'strategy', slug: publicHearing.strategy },
    place: 'section/threshold',
    kind: publicHearing.kind,
    title: publicHearing.title,
    header: publicHearing.header,
  })
  later(30 * minute)
  const heard = await argue(hearing.id, publicHearing.contributions)
  inPublic.push(...heard.map((id) => `/threads/${hearing.id}?at=${id}#c-${id}`))
  await thinkAgain(deps, as, { threadId: hearing.id, ids: heard }, publicHearing.afterthoughts, () =>
    later(15 * minute),
  )
  await setScaleOf(deps, as(publicHearing.by), { threadId: hearing.id, ...publicHearing.scale })
  for (const { by, value, reason } of publicHearing.markers) {
    later(20 * minute)
    await placeMarker(deps, as(by), { threadId: hearing.id, value, reason })
  }

  await loadSignals(deps, as, { later, argue })

  const progress = draftInProgress
  const draftId = await writeDraft(progress.strategy, progress.owner, progress.sections)
  const signal = await openThread(deps, as(progress.owner), {
    draft: draftId,
    place: 'section/falsification',
    kind: progress.hearing.kind,
    title: progress.hearing.title,
    header: progress.hearing.header,
  })
  later(40 * minute)
  const said = await argue(signal.id, progress.contributions)
  await thinkAgain(deps, as, { threadId: signal.id, ids: said }, progress.afterthoughts, () => later(15 * minute))
  await compete(deps, as, signal.id, progress.candidates, () => later(15 * minute))
  const { by: suggesting, ...wording } = progress.suggestion
  await makeSuggestion(deps, as(suggesting), { draftId, ...wording })

  const decided = await writeDraft(decidedBallot.strategy, decidedBallot.owner, decidedBallot.sections)
  const closed = await openBallot(deps, as(decidedBallot.owner), {
    draftId: decided,
    question: decidedBallot.question,
    rule: 'simple-majority',
    quorum: 4,
    closesAt: clock + 7 * day,
    electorate: 'members',
    names: 'shown',
  })
  for (const { by, choice, reason } of decidedBallot.votes) {
    later(35 * minute)
    await castVote(deps, as(by), { ballotId: closed.id, choice, reason })
  }
  later(60 * minute)
  await closeBallot(deps, as('moderator'), { ballotId: closed.id, reason: decidedBallot.closing })

  const underVote = await writeDraft(ballotUnderWay.strategy, ballotUnderWay.owner, ballotUnderWay.sections)
  const open = await openBallot(deps, as(ballotUnderWay.owner), {
    draftId: underVote,
    question: ballotUnderWay.question,
    rule: 'supermajority',
    quorum: 4,
    closesAt: real.now() + 5 * day,
    electorate: 'members',
    names: 'shown',
  })
  for (const { by, choice, reason } of ballotUnderWay.votes) {
    later(50 * minute)
    await castVote(deps, as(by), { ballotId: open.id, choice, reason })
  }

  const { by: asking, votes, ...asked } = openQuestion
  const question = await askBallot(deps, as(asking), {
    ...asked,
    rule: 'approval',
    quorum: 3,
    closesAt: real.now() + 6 * day,
    electorate: 'members',
    names: 'shown',
  })
  for (const { by, marks, reason } of votes) {
    later(20 * minute)
    await castVote(deps, as(by), { ballotId: question.id, choice: 'agree', marks, reason })
  }

  const name = suggestedName(real.now(), [])
  await publishEdition(real, as('moderator'), { name, note: 'The atlas as it was first imported.' })
}

async function demoPeople({ store }: Deps): Promise<Map<string, Viewer>> {
  const rows = await store.read
    .select({ actorId: actors.id, name: actors.name, email: users.email, role: users.role, colour: users.colour })
    .from(users)
    .innerJoin(actors, eq(actors.id, users.actorId))
  return new Map(rows.map(({ email, ...viewer }) => [email.split('@')[0] ?? '', { ...viewer, suspended: false }]))
}
