import {
  countPostsSince,
  countStanding,
  findOpenCase,
  insertCase,
  listSlowDowns,
  updateCase,
} from '../../../db/queries/moderation.ts'
import { isSwitchedOn } from '../../../db/queries/site-texts.ts'
import {
  countAcceptedSuggestions,
  findAccountAge,
  lastPostInDraft,
  lastPostInThread,
} from '../../../db/queries/standing.ts'
import { withhold } from '../../../db/queries/withheld.ts'
import { listRooms } from '../../../db/queries/workshop-rights.ts'
import type { Q } from '../../../db/store.ts'
import { slowDays, slowedUntil } from '../../../domain/moderation/acts.ts'
import type { ThingRef } from '../../../domain/moderation/refs.ts'
import { writeRef } from '../../../domain/moderation/refs.ts'
import type { Standing } from '../../../domain/moderation/standing.ts'
import { brokenLimit, standingAt, standingTakes, widensWords } from '../../../domain/moderation/standing.ts'
import { day } from '../../../domain/text/day.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { TooMany } from '../../rate-limits.ts'
import { recordEvent } from '../../record/record-event.ts'

/** Who writes, and where. */
interface Writing {
  actorId: string
  threadId: string | null
  draftId: string | null
}

/** What is posted. */
interface Posted {
  text: string
  field?: string
  urls?: readonly string[]
}

const hour = 3_600_000

/**
 * Before anything is posted: whether its author is slowed down there, and within what they may do in a day ([Y10],
 * [Y16], [Y17]). Call it in the transaction that posts.
 *
 * @param posted.urls of sources that go with it: they count as links in it.
 * @param posted.posts how many posts the act makes, where it makes several.
 * @throws TooMany for posts; AppError `bad-input` (field) for links and mentions.
 */
export async function limitWriting(
  deps: Deps,
  q: Q,
  writing: Writing,
  { text, field = 'text', urls = [], posts = 1 }: Posted & { posts?: number },
): Promise<void> {
  const now = deps.now()
  await refuseSlowed(q, writing, now)
  const standing = await standingOf(q, writing, now)
  const before = (await countPostsSince(q, writing.actorId, now - day)) + posts - 1
  refuseBroken(standing, before, { text, field, urls })
}

/**
 * What of [Y16] holds for one post alone, for words that are posted later: a draft of them that could never be posted
 * is refused while it can still be put otherwise.
 *
 * @throws AppError `bad-input` (field) for links and mentions.
 */
export async function limitWords(
  deps: Deps,
  q: Q,
  writing: Pick<Writing, 'actorId' | 'draftId'>,
  posted: Posted,
): Promise<void> {
  refuseBroken(await standingOf(q, writing, deps.now()), 0, posted)
}

function refuseBroken(standing: Standing, today: number, { text, field = 'text', urls = [] }: Posted): void {
  const broken = brokenLimit(standing, { today, text: [text, ...urls].join('\n') })
  if (!broken) return
  const widens = widensWords(standing)
  if (broken.what === 'posts') {
    throw new TooMany(`You may post ${broken.most} times in a day. ${widens} Your words are kept here.`, hour / 1000)
  }
  const noun = broken.what === 'links' ? 'links' : 'names with an @'
  throw new AppError('bad-input', `One post of yours may have ${broken.most} ${noun}. ${widens}`, field)
}

/** Somebody's standing at this moment ([Y16]). */
export async function standingOf(
  q: Q,
  { actorId, draftId = null }: { actorId: string; draftId?: string | null },
  now: number,
): Promise<Standing> {
  const account = await findAccountAge(q, actorId)
  // Guests are limited by the phases of their workshop, and the system by its rules.
  if (!account) return 'trusted'
  const inRoom = draftId !== null && (await listRooms(q, [[draftId, actorId]]))(draftId, actorId)?.inRoom === true
  const exempt = inRoom || (account.role !== 'reader' && account.role !== 'contributor')
  const young = now - account.createdAt < standingTakes.known.days * day
  if (exempt || young) return standingAt({ ...account, accepted: 0, exempt }, now)
  const accepted =
    (await countStanding(q, actorId, now - day, standingTakes.trusted.accepted)) +
    (await countAcceptedSuggestions(q, actorId))
  return standingAt({ ...account, accepted, exempt }, now)
}

/**
 * While newcomers' posts are looked at first, keeps the words of one apart until a moderator saw them, and again once
 * they are changed ([Y18]).
 *
 * @returns whether it waits.
 */
export async function holdFirstPost(deps: Deps, q: Q, writing: Writing, ref: ThingRef): Promise<boolean> {
  if (!(await isSwitchedOn(q, 'pre-moderation'))) return false
  if ((await standingOf(q, writing, deps.now())) !== 'newcomer') return false
  const thing = writeRef(ref)
  const at = deps.now()
  const open = await findOpenCase(q, thing)
  if (open) {
    // Flags of it wait already; who decides these looks at what it says now.
    await updateCase(q, open, {})
    await withhold(q, ref, { caseId: open.id, at })
    return true
  }
  const caseId = deps.newId()
  const began = { id: caseId, kind: 'first-post', thing, thingKind: ref.kind } as const
  await insertCase(q, { ...began, authorId: writing.actorId, openedAt: at })
  await withhold(q, ref, { caseId, at })
  await recordEvent(deps, q, {
    type: 'case.opened',
    subject: `case/${caseId}`,
    payload: { case: caseId, thing: ref.kind, kind: 'first-post' },
  })
  return true
}

/** @throws TooMany ([Y10]). */
async function refuseSlowed(q: Q, { actorId, threadId, draftId }: Writing, now: number): Promise<void> {
  const scopes = [...(threadId ? [`thread/${threadId}`] : []), ...(draftId ? [`draft/${draftId}`] : [])]
  if (scopes.length === 0) return
  for (const slow of await listSlowDowns(q, actorId, scopes, now)) {
    const since = now - slowDays * day
    const inThread = slow.scope.startsWith('thread/') && threadId !== null
    const last = inThread
      ? await lastPostInThread(q, actorId, threadId, since)
      : draftId === null
        ? null
        : await lastPostInDraft(q, actorId, draftId, since)
    const next = slowedUntil(slow, last, now)
    if (next === null) continue
    const where = inThread ? 'this thread' : 'this draft'
    throw new TooMany(
      `A moderator slowed you down here: one post in ${slow.minutes} minutes in ${where}. Your words are kept here.`,
      Math.ceil((next - now) / 1000),
    )
  }
}
