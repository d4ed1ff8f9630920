import { findActorNames } from '../../db/queries/actors.ts'
import type { CandidateReactionRow } from '../../db/queries/candidates.ts'
import { listCandidateReactions, listCandidates } from '../../db/queries/candidates.ts'
import { findDraft } from '../../db/queries/drafts.ts'
import { listContributionOutline } from '../../db/queries/threads.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import { candidatePlace, statusQuo } from '../../domain/candidates/rules.ts'
import { plainText } from '../../domain/prose/tree.ts'
import { partHash, readPart } from '../../domain/suggestions/place.ts'
import type { Stance, StanceCounts } from '../../domain/threads/reactions.ts'
import { showsCounts } from '../../domain/threads/reactions.ts'
import type { Deps } from '../deps.ts'
import { AppError } from '../errors.ts'
import { findReadableThread } from '../usecases/threads/thread-access.ts'
import type { CandidateReasons } from './candidate-reasons.ts'
import { candidateReasons } from './candidate-reasons.ts'
import { wordingHash } from './wording-hash.ts'

export interface RoomWording {
  /** 0 for what stands there already. */
  n: number
  text: string
  author: string
  mine: boolean
  /** Nobody else sees it yet. */
  sealed: boolean
  /** Hash of what it says, sent along with a reaction. */
  seen: string
  reaction: Stance | null
  /** How others reacted; null while the viewer has not. */
  counts: StanceCounts | null
  reasons: CandidateReasons
}

export interface RoomWordings {
  threadId: string
  title: string
  placeLabel: string
  draftId: string
  /** What stands there first, then by number; only those that stand. */
  list: RoomWording[]
  mayPropose: boolean
  mayReact: boolean
  mayReason: boolean
}

/**
 * The wordings of a thread for a phone in the room: no comparisons, which two hundred of them would ask for at once.
 *
 * @returns null where the viewer may not read the thread, it takes no wordings, or its text cannot be loaded now.
 */
export async function roomWordings(deps: Deps, viewer: Viewer, threadId: string): Promise<RoomWordings | null> {
  const q = deps.store.read
  const loaded = await findReadableThread(q, viewer, threadId)
  const draft = loaded?.thread.draftId ? await findDraft(q, loaded.thread.draftId) : undefined
  const place = loaded && draft && candidatePlace(draft.kind, loaded.thread)
  if (!loaded || !draft || !place) return null
  const { thread, thing } = loaded
  const reading = await deps.collab.readDraft(draft.id).catch((error: unknown) => {
    if (error instanceof AppError) return null
    throw error
  })
  if (reading === null) return null
  const present = readPart(reading.content, place)
  const rows = (await listCandidates(q, threadId, viewer.actorId)).filter(({ state }) => state === 'standing')
  const reactions = new Map<number, CandidateReactionRow[]>()
  for (const one of await listCandidateReactions(q, threadId)) {
    reactions.set(one.n, [...(reactions.get(one.n) ?? []), one])
  }
  const reasons = await candidateReasons(q, await listContributionOutline(q, threadId))
  const names = await findActorNames(
    q,
    rows.map(({ authorId }) => authorId),
  )
  const none: CandidateReasons = { for: [], against: [], more: 0 }

  function reacted(n: number, mine: boolean, about: string | null): Pick<RoomWording, 'reaction' | 'counts'> {
    const said = (reactions.get(n) ?? []).filter((one) => about === null || one.about === about)
    const reaction = said.find(({ actorId }) => actorId === viewer.actorId)?.stance ?? null
    if (!showsCounts({ resolved: thread.state === 'resolved', isAuthor: mine, own: reaction })) {
      return { reaction, counts: null }
    }
    const counts: StanceCounts = { agree: 0, disagree: 0, unsure: 0 }
    for (const { stance } of said) counts[stance] += 1
    return { reaction, counts }
  }

  const seen = partHash(present)
  const stands: RoomWording = {
    n: statusQuo,
    text: Array.isArray(present) ? plainText(present) : typeof present === 'string' ? present : '',
    author: '',
    mine: false,
    sealed: false,
    seen,
    ...reacted(statusQuo, false, seen),
    reasons: reasons.get(statusQuo) ?? none,
  }
  return {
    threadId,
    title: thread.title,
    placeLabel: place.label,
    draftId: draft.id,
    list: [
      stands,
      ...rows.map(({ n, text, authorId, sealedIn }) => ({
        n,
        text,
        author: names.get(authorId) ?? '',
        mine: authorId === viewer.actorId,
        sealed: sealedIn !== null,
        seen: wordingHash(place, text),
        ...reacted(n, authorId === viewer.actorId, null),
        reasons: reasons.get(n) ?? none,
      })),
    ],
    mayPropose: can(viewer, 'candidate.propose', thing),
    mayReact: can(viewer, 'contribution.react', thing),
    mayReason: can(viewer, 'contribution.post', thing),
  }
}
