import { findActorName } from '../../db/queries/actors.ts'
import type { ChallengeRow } from '../../db/queries/challenges.ts'
import { listChallengesIn } from '../../db/queries/challenges.ts'
import { findDraft } from '../../db/queries/drafts.ts'
import { findEntryById } from '../../db/queries/entries.ts'
import { countMinds } from '../../db/queries/minds.ts'
import { countReactions, ownReactions } from '../../db/queries/reactions.ts'
import { readSiteText } from '../../db/queries/site-texts.ts'
import { findContributions, listContributionOutline, listRevisions } from '../../db/queries/threads.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import type { EntryKind } from '../../domain/entries/kinds.ts'
import { kindPath } from '../../domain/entries/kinds.ts'
import { disputeOutcomes } from '../../domain/relations/both-sides.ts'
import type { Placed, ThreadOrder } from '../../domain/threads/order.ts'
import { branches, threadOrders } from '../../domain/threads/order.ts'
import { placeLabel } from '../../domain/threads/place.ts'
import type { Stance } from '../../domain/threads/reactions.ts'
import { livingCruxes } from '../../domain/threads/reactions.ts'
import type { Side } from '../../domain/threads/restatements.ts'
import { restatable } from '../../domain/threads/restatements.ts'
import { outcomesOf, typesOf } from '../../domain/threads/rules.ts'
import type { Standing } from '../../domain/threads/standing.ts'
import { decideConfirm, standingOf } from '../../domain/threads/standing.ts'
import type { ContributionType, ThreadKind, ThreadOutcome } from '../../domain/threads/words.ts'
import { contributionTypes } from '../../domain/threads/words.ts'
import type { Deps } from '../deps.ts'
import { AppError } from '../errors.ts'
import { loadDispute } from '../usecases/relations/dispute-access.ts'
import { loadThread } from '../usecases/threads/thread-access.ts'
import type { ThreadAnchor } from './anchor-of.ts'
import { anchorOf } from './anchor-of.ts'
import type { NameableSource } from './attached-sources.ts'
import { nameableSources } from './attached-sources.ts'
import type { BandView } from './band-of.ts'
import { bandView } from './band-of.ts'
import type { CandidatesView } from './candidates-of.ts'
import { candidatesOf } from './candidates-of.ts'
import type { ContributionView } from './contribution-view.ts'
import { beginning, contributionView } from './contribution-view.ts'
import type { DisputeView } from './dispute-view.ts'
import { disputeView } from './dispute-view.ts'
import { evidenceOf } from './evidence-of.ts'
import type { HearingReports } from './hearing-reports.ts'
import { hearingReports } from './hearing-reports.ts'
import type { HiddenWords } from './hidden-words.ts'
import { hiddenWords } from './hidden-words.ts'
import { mindsOf } from './minds-of.ts'
import type { ObjectionView } from './objections-of.ts'
import { objectionsOf } from './objections-of.ts'
import { restatementsOf } from './restatements-of.ts'
import type { CheckView } from './signal-checks-of.ts'
import { signalChecksOf } from './signal-checks-of.ts'
import type { SinceRead } from './since-read.ts'
import { threadSince } from './since-read.ts'
import type { ThreadAsk } from './thread-ask.ts'
import { chooseGroups } from './thread-groups.ts'
import type { Watch } from './watch-of.ts'
import { watchOf } from './watch-of.ts'

/** Contributions that are named as cruxes. */
const mostCruxes = 3

export interface ContributionGroup {
  /** Null where the page does not group. */
  type: ContributionType | null
  /** First contributions of this group in the thread, shown here or not; deleted ones apart. */
  total: number
  shown: ContributionView[]
  /** There are more of them on a page of their own. */
  more: boolean
}

export interface ThreadPage {
  thread: {
    id: string
    title: string
    kind: ThreadKind
    place: string
    placeLabel: string
    header: Record<string, string>
    state: 'open' | 'resolved'
    outcome: ThreadOutcome | null
    outcomeReason: string | null
    outcomeCandidate: number | null
    resolvedBy: string | null
    resolvedAt: number | null
    standing: Standing | null
    confirmedBy: string | null
    openedBy: string
    createdAt: number
    mine: boolean
    /** A moderator locked it. */
    locked: boolean
  }
  subject: { title: string; entryKind: EntryKind; entryHref: string | null; draftId: string | null; entryId: string }
  /** The words it is about; null where it is about a whole place. */
  anchor: ThreadAnchor | null
  contributions: number
  /** How many people say that something here changed their mind. */
  minds: number
  order: ThreadOrder
  only: ContributionType | null
  page: number
  pages: number
  groups: ContributionGroup[]
  types: ContributionType[]
  /** The sides that the viewer may restate. */
  restatable: Side[]
  outcomes: ThreadOutcome[]
  /** Its title and header are hidden; null where they are shown. */
  hidden: HiddenWords | null
  /** Short words on what belongs here, for who may post. */
  policy: string
  may: {
    flag: boolean
    merge: boolean
    post: boolean
    suggest: boolean
    react: boolean
    resolve: boolean
    reopen: boolean
    confirm: boolean
  }
  /** The declaration that is disputed here; null elsewhere. */
  dispute: DisputeView | null
  /** Of a threshold hearing; null elsewhere. */
  band: BandView | null
  /** Wordings that compete; null where the thread takes none. */
  candidates: CandidatesView | null
  /** There are candidates, but the text they compete with cannot be loaded now. */
  unreadable: boolean
  /** Of a falsification hearing; empty elsewhere. */
  checks: CheckView[]
  /** Contributions that split the group most. */
  cruxes: { id: string; author: string; type: ContributionType; text: string }[]
  objections: ObjectionView[]
  /** Challenges to a published version that are argued here, the latest first. */
  challenges: { id: string; n: number; state: ChallengeRow['state'] }[]
  mayObject: boolean
  /** Source entries of the atlas that can be named; empty for who may not post. */
  nameable: NameableSource[]
  /** Reports that the signal landed. */
  reports: HearingReports
  topics: string[]
  /** How much of it the viewer hears; null for who has no inbox. */
  watch: Watch | null
  /** What is new to the viewer since they were here before. */
  since: SinceRead | null
}

/** A thread as this viewer may see it. @throws AppError `not-found`. */
export async function threadPage(
  deps: Deps,
  viewer: Viewer | null,
  id: string,
  ask: ThreadAsk = {},
): Promise<ThreadPage> {
  const q = deps.store.read
  const loaded = await loadThread(q, viewer, id)
  const { thread, thing, draft: about } = loaded
  const entry = await findEntryById(q, thread.entryId)
  if (!entry) throw new AppError('not-found', 'There is no such thread.')
  const draft = thread.draftId === null ? undefined : await findDraft(q, thread.draftId)

  const order = threadOrders.find((one) => one === ask.order) ?? 'kind'
  const outline = await listContributionOutline(q, thread.id)
  const chosen = chooseGroups(branches(outline, order), {
    order,
    only: contributionTypes.find((one) => one === ask.only) ?? null,
    page: ask.page ?? 1,
    at: ask.at ?? null,
  })

  const placed = chosen.groups.flatMap(({ shown }) => shown)
  const onPage = placed.map(({ item }) => item.id)
  const quoted = placed.flatMap(({ quotes }) => quotes ?? [])
  const counts = await countReactions(q, thread.id)
  const own = viewer ? await ownReactions(q, thread.id, viewer.actorId) : new Map<string, Stance>()
  const split = livingCruxes(counts, outline).slice(0, mostCruxes)
  const words = await findContributions(q, [...onPage, ...quoted, ...split])
  const isRevised = (words.get(ask.history ?? '')?.revision ?? 1) > 1
  const revisions = ask.history && isRevised ? await listRevisions(q, ask.history) : null

  const minds = await mindsOf(q, viewer, loaded, onPage)
  const restatements = await restatementsOf(q, viewer, loaded, outline, onPage)
  const evidence = await evidenceOf(deps, viewer, onPage)
  const things = placed.map(({ item }) => ({ thing: `contribution/${item.id}`, authorId: item.authorId }))
  const itself = { thing: `thread/${thread.id}`, authorId: thread.createdBy }
  const hidden = await hiddenWords(q, viewer, [...things, itself])
  const known = { hidden, viewer, loaded, words, counts, own, minds, restatements, evidence, revisions }
  const view = (one: Placed<(typeof outline)[number]>) =>
    contributionView({ ...known, at: ask.at, history: ask.history }, one)

  const typeOf = new Map(outline.map(({ id, type }) => [id, type]))
  const crux = (id: string) => {
    const said = words.get(id)
    return { id, author: said?.author ?? '', type: typeOf.get(id) ?? 'note', text: beginning(said?.text ?? '', 140) }
  }

  const candidates = await candidatesOf(deps, viewer, loaded, draft, outline)
  const dispute = await loadDispute(q, viewer, thread.id)
  const reports = await hearingReports(q, thread.id, entry.slug)
  const { objections, mayRaise } = thread.draftId
    ? await objectionsOf(deps, viewer, { draftId: thread.draftId, threadId: thread.id })
    : { objections: [], mayRaise: false }

  const entryHref = entry.currentVersion === null ? null : `/${kindPath[entry.kind]}/${entry.slug}`
  return {
    anchor: await anchorOf(q, thread, { href: entryHref, currentVersion: entry.currentVersion }),
    thread: {
      id: thread.id,
      title: thread.title,
      kind: thread.kind,
      place: thread.place,
      placeLabel: placeLabel(entry.kind, thread.place) ?? thread.place,
      header: thread.header,
      state: thread.state,
      outcome: thread.outcome,
      outcomeReason: thread.outcomeReason,
      outcomeCandidate: thread.outcomeCandidate,
      resolvedBy: thread.resolvedBy === null ? null : await findActorName(q, thread.resolvedBy),
      resolvedAt: thread.resolvedAt,
      standing: standingOf(thread, deps.now()),
      confirmedBy: thread.confirmedBy === null ? null : await findActorName(q, thread.confirmedBy),
      openedBy: await findActorName(q, thread.createdBy),
      createdAt: thread.createdAt,
      mine: thread.createdBy === viewer?.actorId,
      locked: thing.locked === true,
    },
    hidden: hidden.get(itself.thing) ?? null,
    policy: await readSiteText(q, 'moderation-policy'),
    subject: {
      title: draft?.title ?? entry.title,
      entryKind: entry.kind,
      entryHref,
      draftId: thread.draftId,
      entryId: entry.id,
    },
    contributions: outline.filter(({ deletedAt }) => deletedAt === null).length,
    minds: await countMinds(q, thread.id),
    order,
    only: chosen.only,
    page: chosen.page,
    pages: chosen.pages,
    groups: chosen.groups.map(({ type, total, shown, more }) => ({ type, total, more, shown: shown.map(view) })),
    types: typesOf(thread.kind),
    restatable: viewer && can(viewer, 'contribution.post', thing) ? restatable(outline, viewer.actorId) : [],
    outcomes: dispute
      ? disputeOutcomes(dispute.party)
      : outcomesOf({ kind: thread.kind, onDraft: thread.draftId !== null }),
    dispute: dispute ? await disputeView(q, dispute, entry) : null,
    may: {
      flag: can(viewer, 'thing.flag', null),
      merge: can(viewer, 'thread.merge', thing),
      post: can(viewer, 'contribution.post', thing),
      react: can(viewer, 'contribution.react', thing),
      suggest: about !== null && can(viewer, 'suggestion.make', about),
      resolve: dispute
        ? thread.state === 'open' && can(viewer, 'relation.settle', dispute.party)
        : can(viewer, 'thread.resolve', thing),
      reopen: can(viewer, 'thread.reopen', thing),
      confirm:
        can(viewer, 'thread.confirm', thing) && decideConfirm(thread, viewer?.actorId ?? '', deps.now()) === 'confirm',
    },
    band: await bandView(deps, viewer, loaded),
    candidates: candidates === 'unreadable' ? null : candidates,
    unreadable: candidates === 'unreadable',
    checks: thread.kind === 'falsification' ? await signalChecksOf(q, viewer, thread) : [],
    cruxes: split.map((id) => crux(id)),
    objections,
    watch: await watchOf(q, viewer, `thread/${thread.id}`),
    since: await threadSince(deps, viewer, thread),
    challenges: (await listChallengesIn(q, thread.id)).map(({ id, n, state }) => ({ id, n, state })),
    mayObject: mayRaise,
    nameable: can(viewer, 'contribution.post', thing) || mayRaise ? await nameableSources(deps) : [],
    reports,
    // A ballot about a report closes without a word in the thread.
    topics: [`thread/${thread.id}`, ...(reports.list.length > 0 ? [`entry/${entry.id}`] : [])],
  }
}
