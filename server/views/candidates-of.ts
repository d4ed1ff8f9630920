import { findActorNames } from '../../db/queries/actors.ts'
import type { CandidateReactionRow, CandidateRow } from '../../db/queries/candidates.ts'
import { listCandidateReactions, listCandidates } from '../../db/queries/candidates.ts'
import type { DraftRow } from '../../db/queries/drafts.ts'
import { findSuggestion } from '../../db/queries/suggestions.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import type { CandidateState } from '../../domain/candidates/rules.ts'
import { candidatePlace, mayReword, nothingThere, shownCandidates, statusQuo } from '../../domain/candidates/rules.ts'
import type { Comparison } from '../../domain/compare/contents.ts'
import { compareContents } from '../../domain/compare/contents.ts'
import { comparableText } from '../../domain/compare/prose-text.ts'
import type { EntryKind } from '../../domain/entries/kinds.ts'
import type { Block } from '../../domain/prose/tree.ts'
import type { PartContent, SuggestPlace } from '../../domain/suggestions/place.ts'
import { contentOfPart, partHash, readPart } from '../../domain/suggestions/place.ts'
import type { SuggestionState } from '../../domain/suggestions/words.ts'
import type { Stance, StanceCounts } from '../../domain/threads/reactions.ts'
import { countStances, showsCounts } from '../../domain/threads/reactions.ts'
import type { Deps } from '../deps.ts'
import { readDraftOrNull } from '../read-draft.ts'
import { readWording } from '../read-wording.ts'
import type { LoadedThread } from '../usecases/threads/thread-access.ts'
import type { CandidateReasons, Reason } from './candidate-reasons.ts'
import { candidateReasons } from './candidate-reasons.ts'
import type { HiddenWords } from './hidden-words.ts'
import { hiddenWords } from './hidden-words.ts'

/** Characters of a text beyond which no candidate is compared with it: each would take long, at each view. */
const longestCompared = 20_000
/** Comparisons that are kept of one place. */
const mostCompared = 500

export interface CandidateView {
  /** 0 for what stands there already. */
  n: number
  state: CandidateState
  /** Nobody else sees it until the silent phase of a workshop ends. */
  sealed: boolean
  mergedInto: number | null
  /** Empty for what stands there already. */
  author: string
  mine: boolean
  createdAt: number
  editedAt: number | null
  /** What it says: prose as blocks, a field as text; empty where nothing stands there. */
  part: Block[] | string
  /** As it was typed. */
  text: string
  /** Hash of what it says. */
  seen: string
  /** From what stands there to what it says; null where that is empty or very long, or both are the same. */
  change: Comparison | null
  /** The viewer's own reaction. */
  reaction: Stance | null
  /** How others reacted; null while the viewer has not ([W7]). */
  reactions: StanceCounts | null
  reasons: CandidateReasons
  /** What it was carried into the draft as. */
  suggestion: { id: string; state: SuggestionState } | null
  /** Its words are hidden; null for shown ones. */
  hidden: HiddenWords | null
  mayFlag: boolean
  mayReact: boolean
  mayReword: boolean
  mayWithdraw: boolean
  mayMerge: boolean
  mayCarry: boolean
}

export interface CandidatesView {
  draftId: string
  placeLabel: string
  /** What to say where nothing stands there, as *No signal*. */
  nothing: string
  /** What stands there first, then by number. */
  list: CandidateView[]
  /** Withdrawn ones that are left out. */
  left: number
  mayPropose: boolean
  mayGiveReason: boolean
  underBallot: boolean
}

/**
 * The candidates of a thread as this viewer may see them; null where the thread takes none, and `unreadable` while the
 * text that they compete with cannot be loaded.
 *
 * @param outline its contributions.
 * @param leads the viewer leads a room in it and sees how it reacted without having reacted (workshops SPEC [L4]).
 */
export async function candidatesOf(
  deps: Deps,
  viewer: Viewer | null,
  { thread, thing }: LoadedThread,
  draft: DraftRow | undefined,
  outline: readonly Reason[],
  leads = false,
): Promise<CandidatesView | 'unreadable' | null> {
  const q = deps.store.read
  const place = draft && candidatePlace(draft.kind, thread)
  if (!draft || !place) return null
  const every = await listCandidates(q, thread.id, viewer?.actorId ?? null)
  const rows = shownCandidates(every)
  const showsAll = leads || thread.state === 'resolved'
  const mayPropose = can(viewer, 'candidate.propose', thing)
  if (rows.length === 0 && !mayPropose && thread.state === 'resolved') return null

  const reading = await readDraftOrNull(deps, draft.id)
  if (reading === null) return 'unreadable'
  const present = readPart(reading.content, place)
  const seen = partHash(present)
  const reactions = new Map<number, CandidateReactionRow[]>()
  for (const one of await listCandidateReactions(q, thread.id)) {
    const same = reactions.get(one.n)
    if (same) same.push(one)
    else reactions.set(one.n, [one])
  }
  const reasons = await candidateReasons(q, outline)
  const names = await findActorNames(
    q,
    rows.map(({ authorId }) => authorId),
  )
  const hidden = await hiddenWords(
    q,
    viewer,
    rows.map(({ n, authorId }) => ({ thing: `candidate/${thread.id}/${n}`, authorId })),
  )
  const mayFlag = can(viewer, 'thing.flag', null)
  const mayReact = can(viewer, 'contribution.react', thing)
  const mayMerge = can(viewer, 'candidate.merge', thing)
  const mayCarry = can(viewer, 'candidate.carry', thing)

  const changeTo = comparisons(draft.kind, place, present, seen)
  const view = async (row: CandidateRow): Promise<CandidateView> => {
    const { n, state, authorId } = row
    const standing = state === 'standing'
    const mine = authorId === viewer?.actorId
    const own = can(viewer, 'candidate.own', { ...thing, authorId, standing })
    const given = outline.filter((one) => one.candidate === n && one.authorId !== authorId).length
    const said = reactions.get(n) ?? []
    const suggestion = row.suggestionId === null ? undefined : await findSuggestion(q, row.suggestionId)
    const again = suggestion === undefined || suggestion.state === 'declined' || suggestion.state === 'withdrawn'
    const { part, hash } = readWording(draft.kind, place, row.text)
    const kept = hidden.get(`candidate/${thread.id}/${n}`) ?? null
    const isShown = standing && kept === null
    return {
      n,
      state,
      sealed: row.sealedIn !== null,
      mergedInto: row.mergedInto,
      author: names.get(authorId) ?? '',
      mine,
      createdAt: row.createdAt,
      editedAt: row.editedAt,
      part: shown(part),
      text: row.text,
      seen: hash,
      change: isShown ? changeTo(part, hash) : null,
      ...counted(said, viewer, { resolved: showsAll, isAuthor: mine }),
      reasons: reasons.get(n) ?? { for: [], against: [], more: 0 },
      suggestion: suggestion ? { id: suggestion.id, state: suggestion.state } : null,
      hidden: kept,
      mayFlag: mayFlag && isShown && !mine && row.sealedIn === null,
      mayReact: mayReact && isShown && !mine,
      mayReword: own && kept === null && mayReword({ reactions: said.length, reasonsOfOthers: given }),
      mayWithdraw: own,
      mayMerge: mayMerge && standing,
      mayCarry: mayCarry && isShown && again && hash !== seen,
    }
  }

  const standsAlready: CandidateView = {
    n: statusQuo,
    state: 'standing',
    sealed: false,
    mergedInto: null,
    author: '',
    mine: false,
    createdAt: thread.createdAt,
    editedAt: null,
    part: shown(present),
    text: '',
    seen,
    change: null,
    ...counted(
      (reactions.get(statusQuo) ?? []).filter((one) => one.about === seen),
      viewer,
      { resolved: showsAll, isAuthor: false },
    ),
    reasons: reasons.get(statusQuo) ?? { for: [], against: [], more: 0 },
    suggestion: null,
    hidden: null,
    mayFlag: false,
    mayReact,
    mayReword: false,
    mayWithdraw: false,
    mayMerge: false,
    mayCarry: false,
  }
  return {
    draftId: draft.id,
    placeLabel: place.label,
    nothing: nothingThere(thread.kind),
    list: [standsAlready, ...(await Promise.all(rows.map(view)))],
    left: every.length - rows.length,
    mayPropose,
    mayGiveReason: can(viewer, 'contribution.post', thing),
    underBallot: draft.state === 'ballot-open',
  }
}

/** Sections hold blocks and fields of text a text; flags take no candidates. */
function shown(part: PartContent): Block[] | string {
  return typeof part === 'boolean' ? '' : part
}

/** Comparisons with what stands at a place, as long as that stands there: the same for everybody who asks. */
const compared = new Map<string, Map<string, Comparison>>()
const mostPlacesCompared = 20

function comparisons(kind: EntryKind, place: SuggestPlace, present: PartContent, seen: string) {
  const before = shown(present)
  const length = typeof before === 'string' ? before.length : comparableText(before).length
  const key = `${kind}/${place.type}/${place.id} ${seen}`
  const known = compared.get(key) ?? new Map<string, Comparison>()
  // The one used last stands last.
  compared.delete(key)
  compared.set(key, known)
  if (compared.size > mostPlacesCompared) compared.delete(compared.keys().next().value ?? '')
  return (part: PartContent, hash: string): Comparison | null => {
    if (before.length === 0 || hash === seen || length > longestCompared) return null
    const comparison =
      known.get(hash) ??
      compareContents(contentOfPart(kind, place, present), contentOfPart(kind, place, part), (_, id) => id)
    if (known.size >= mostCompared) known.clear()
    known.set(hash, comparison)
    return comparison
  }
}

function counted(
  said: readonly CandidateReactionRow[],
  viewer: Viewer | null,
  about: { resolved: boolean; isAuthor: boolean },
): Pick<CandidateView, 'reaction' | 'reactions'> {
  const reaction = said.find(({ actorId }) => actorId === viewer?.actorId)?.stance ?? null
  if (!showsCounts({ ...about, own: reaction })) return { reaction, reactions: null }
  return { reaction, reactions: countStances(said) }
}
