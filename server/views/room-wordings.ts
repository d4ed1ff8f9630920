import { findActorNames } from '../../db/queries/actors.ts'
import { listCandidateReactions, listCandidates, listOwnSealed } from '../../db/queries/candidates.ts'
import { findDraft } from '../../db/queries/drafts.ts'
import { listContributionOutline } from '../../db/queries/threads.ts'
import { sameForAll } from '../../db/same-for-all.ts'
import type { Q } from '../../db/store.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import { candidatePlace, statusQuo } from '../../domain/candidates/rules.ts'
import { shownWords } from '../../domain/moderation/shown.ts'
import { plainText } from '../../domain/prose/tree.ts'
import { partHash, readPart } from '../../domain/suggestions/place.ts'
import type { Stance, StanceCounts } from '../../domain/threads/reactions.ts'
import { countStances, noCounts, showsCounts } from '../../domain/threads/reactions.ts'
import type { Deps } from '../deps.ts'
import { readDraftOrNull } from '../read-draft.ts'
import { readWording } from '../read-wording.ts'
import { findReadableThread } from '../usecases/threads/thread-access.ts'
import type { CandidateReasons } from './candidate-reasons.ts'
import { candidateReasons } from './candidate-reasons.ts'

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
  const reading = await readDraftOrNull(deps, draft.id)
  if (reading === null) return null
  const present = readPart(reading.content, place)
  const { open, reasons, said } = await sameForAll(deps.store, openWordings, threadId)
  const sealed = (await listOwnSealed(q, threadId, viewer.actorId)).filter(({ state }) => state === 'standing')
  const resolved = thread.state === 'resolved'

  function reacted(n: number, mine: boolean, about: string | null): Pick<RoomWording, 'reaction' | 'counts'> {
    const of = said.get(n)
    const own = of?.by.get(viewer.actorId)
    const reaction = own && (about === null || own.about === about) ? own.stance : null
    if (!showsCounts({ resolved, isAuthor: mine, own: reaction })) return { reaction, counts: null }
    return { reaction, counts: about === null ? (of?.counts ?? noCounts) : countsAbout(of, about) }
  }

  const wording = ({ n, text, authorId, author }: OpenWording, isSealed: boolean): RoomWording => ({
    n,
    text,
    author,
    mine: authorId === viewer.actorId,
    sealed: isSealed,
    seen: readWording(draft.kind, place, text).hash,
    ...reacted(n, authorId === viewer.actorId, null),
    reasons: reasons.get(n) ?? noReasons,
  })

  const seen = partHash(present)
  const stands: RoomWording = {
    n: statusQuo,
    text: Array.isArray(present) ? plainText(present) : typeof present === 'string' ? present : '',
    author: '',
    mine: false,
    sealed: false,
    seen,
    ...reacted(statusQuo, false, seen),
    reasons: reasons.get(statusQuo) ?? noReasons,
  }
  const own = sealed.map((row) => wording({ ...row, author: viewer.name }, true))
  const list = [...open.map((one) => wording(one, false)), ...own]
  return {
    threadId,
    title: thread.title,
    placeLabel: place.label,
    draftId: draft.id,
    list: [stands, ...(own.length > 0 ? list.sort((a, b) => a.n - b.n) : list)],
    mayPropose: can(viewer, 'candidate.propose', thing),
    mayReact: can(viewer, 'contribution.react', thing),
    mayReason: can(viewer, 'contribution.post', thing),
  }
}

const noReasons: CandidateReasons = { for: [], against: [], more: 0 }

interface OpenWording {
  n: number
  text: string
  authorId: string
  author: string
}

/** Who said what of one wording. */
interface Said {
  by: Map<string, { stance: Stance; about: string | null }>
  counts: StanceCounts
}

/** What everybody who may read the thread may know of its wordings, and the reactions, which not everybody may. */
async function openWordings(q: Q, threadId: string) {
  const rows = (await listCandidates(q, threadId, null)).filter(({ state }) => state === 'standing')
  const names = await findActorNames(
    q,
    rows.map(({ authorId }) => authorId),
  )
  const said = new Map<number, Said>()
  for (const { n, actorId, stance, about } of await listCandidateReactions(q, threadId)) {
    const of = said.get(n) ?? { by: new Map(), counts: { ...noCounts } }
    said.set(n, of)
    of.by.set(actorId, { stance, about })
    of.counts[stance] += 1
  }
  const open = rows.map(({ n, text, authorId }): OpenWording => {
    return { n, text: shownWords(text), authorId, author: names.get(authorId) ?? '' }
  })
  return { open, said, reasons: await candidateReasons(q, await listContributionOutline(q, threadId)) }
}

/** Reactions to words that have changed since do not count. */
function countsAbout(of: Said | undefined, about: string): StanceCounts {
  return countStances([...(of?.by.values() ?? [])].filter((one) => one.about === about))
}
