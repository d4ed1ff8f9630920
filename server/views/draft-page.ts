import { listDraftPassages } from '../../db/queries/anchors.ts'
import type { DraftRow, MemberRow } from '../../db/queries/drafts.ts'
import { countThreadsByPlace, listBallotsOfDraft, listDraftMembers, listInvitable } from '../../db/queries/drafts.ts'
import { findEntryById } from '../../db/queries/entries.ts'
import { countSuggestions } from '../../db/queries/suggestions.ts'
import type { Q } from '../../db/store.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import type { DraftState, OwnMove } from '../../domain/drafts/moves.ts'
import { afterMove, isDeletable, ownMoves } from '../../domain/drafts/moves.ts'
import { whyReadOnly } from '../../domain/drafts/roles.ts'
import type { EntryContent, EntryKind } from '../../domain/entries/kinds.ts'
import { kindPath } from '../../domain/entries/kinds.ts'
import type { Options, PullNames } from '../../domain/entries/options.ts'
import { restsUnadopted } from '../../domain/publishing/variants.ts'
import type { Deps } from '../deps.ts'
import { readableDraft } from '../usecases/drafts/draft-for.ts'
import { variantOf } from '../usecases/versions/variant-of.ts'
import { atlasIndex } from './atlas-index.ts'
import { draftOptions } from './draft-options.ts'
import type { ForksOf } from './forks-of.ts'
import { forksOf } from './forks-of.ts'
import type { Passage } from './passages.ts'
import { passageOf } from './passages.ts'
import { relationStandings } from './relation-standing.ts'
import type { SinceRead } from './since-read.ts'
import { draftSince } from './since-read.ts'
import type { UnderVote } from './under-vote.ts'
import { underVote } from './under-vote.ts'
import type { Watch } from './watch-of.ts'
import { watchOf } from './watch-of.ts'

export interface DraftPage {
  draft: {
    id: string
    kind: EntryKind
    title: string
    state: DraftState
    deleted: boolean
    writing: 'invited' | 'members'
    baseVersion: number | null
    updatedAt: number
  }
  entry: { title: string; href: string; currentVersion: number | null }
  content: EntryContent
  options: Options
  pulls: PullNames
  rights: {
    write: boolean
    comment: boolean
    suggest: boolean
    manage: boolean
    openBallot: boolean
    remove: boolean
    redact: boolean
    flag: boolean
  }
  /** Why the page is read-only for this viewer; null when it is not. */
  whyReadOnly: string | null
  /** What the viewer may do with the draft's state now. */
  moves: OwnMove[]
  members: MemberRow[]
  /** People who could be invited; empty unless the viewer chooses who takes part. */
  invitable: { actorId: string; name: string }[]
  threads: { place: string; total: number; open: number }[]
  /** The words that its open threads are about. */
  passages: Passage[]
  /** Open suggestions by place. */
  suggestions: { place: string; open: number }[]
  openBallot: { id: string; planned: boolean } | null
  /** Where the draft has moved on from the text that is being voted on: the parts that differ. */
  underVote: UnderVote | null
  /** The ballot that closed last. */
  lastBallot: string | null
  /** Where the viewer may publish the draft now. */
  publishHref: string | null
  /** Where the viewer may keep the text that was voted on and not adopted as a minority variant. */
  variantHref: string | null
  /** Relations that other entries declare to this one; null where it is not published. */
  relations: { waiting: number; href: string } | null
  forks: ForksOf
  /** How much of it the viewer hears; null for who has no inbox. */
  watch: Watch | null
  /** What is new to the viewer since they were here before. */
  since: SinceRead | null
}

/**
 * A draft with its text as committed, and what the viewer may do with it.
 *
 * @throws AppError `signed-out`, `not-found`.
 */
export async function draftPage(deps: Deps, viewer: Viewer | null, id: string): Promise<DraftPage> {
  const q = deps.store.read
  const { draft, thing } = await readableDraft(q, viewer, id)
  const [{ content }, entry, members, threads, suggestions, passages, ballots, { options, pulls }] = await Promise.all([
    deps.collab.readDraft(id),
    findEntryById(q, draft.entryId),
    listDraftMembers(q, id),
    countThreadsByPlace(q, id),
    countSuggestions(q, id),
    listDraftPassages(q, id),
    listBallotsOfDraft(q, id),
    draftOptions(deps, draft.kind),
  ])
  if (!entry) throw new Error(`draft ${id} has no entry`)
  const write = can(viewer, 'draft.write', thing)
  const manage = can(viewer, 'draft.manage', thing)
  const taken = new Set(members.map((member) => member.actorId))
  const next = ballots.find(({ state }) => state === 'open') ?? ballots.find(({ state }) => state === 'scheduled')
  return {
    draft: {
      id,
      kind: draft.kind,
      title: content.title,
      state: draft.state,
      deleted: thing.deleted,
      writing: draft.writing,
      baseVersion: draft.baseVersion,
      updatedAt: draft.updatedAt,
    },
    entry: {
      title: entry.title,
      href: `/${kindPath[draft.kind]}/${entry.slug}`,
      currentVersion: entry.currentVersion,
    },
    content,
    options,
    pulls,
    rights: {
      write,
      comment: can(viewer, 'thread.open', thing),
      suggest: can(viewer, 'suggestion.make', thing),
      manage,
      openBallot: can(viewer, 'ballot.open', thing),
      remove: manage && isDeletable(draft.state),
      redact: can(viewer, 'draft.redact', thing),
      flag: draft.ownerId !== viewer?.actorId && can(viewer, 'thing.flag', null),
    },
    whyReadOnly: write ? null : whyReadOnly(viewer, thing),
    moves: can(viewer, 'draft.move', thing) ? ownMoves.filter((move) => afterMove(draft.state, move) !== null) : [],
    members,
    invitable: manage ? (await listInvitable(q)).filter((person) => !taken.has(person.actorId)) : [],
    threads,
    passages: passages.map(passageOf),
    suggestions: suggestions.filter(({ state }) => state === 'open').map(({ place, n }) => ({ place, open: n })),
    lastBallot: ballots.find((ballot) => ballot.state === 'closed')?.id ?? null,
    publishHref: can(viewer, 'version.publish', thing) ? `/moderation/${id}/publish` : null,
    variantHref: await variantHref(q, viewer, draft),
    relations: draft.kind === 'strategy' ? await relationsTo(deps, entry.slug) : null,
    openBallot: next ? { id: next.id, planned: next.state === 'scheduled' } : null,
    forks: await forksOf(q, viewer, draft),
    watch: await watchOf(q, viewer, `draft/${id}`),
    since: await draftSince(deps, viewer, { id, kind: draft.kind, content }),
    underVote: await underVote(deps, viewer, next?.id ?? null, content),
  }
}

async function variantHref(q: Q, viewer: Viewer | null, draft: DraftRow): Promise<string | null> {
  if (draft.deletedAt !== null || !restsUnadopted(draft.state) || !can(viewer, 'moderation.read', null)) return null
  return (await variantOf(q, draft)).fault === null ? `/moderation/${draft.id}/variant` : null
}

async function relationsTo(deps: Deps, slug: string): Promise<DraftPage['relations']> {
  const index = await atlasIndex(deps)
  if (!index.find('strategy', slug)) return null
  const waiting = (await relationStandings(deps, index)).waiting(slug).length
  return { waiting, href: `/strategies/${slug}/relations` }
}
