import { listPeopleToTell } from '../../db/queries/audience.ts'
import { listChannels } from '../../db/queries/channels.ts'
import { findDraft, toDraftThing } from '../../db/queries/drafts.ts'
import { countNamings } from '../../db/queries/mentions.ts'
import { countNotifications, insertNotifications } from '../../db/queries/notifications.ts'
import type { Q } from '../../db/store.ts'
import { whoIsTold } from '../../domain/notifications/audience.ts'
import type { Channel } from '../../domain/notifications/channels.ts'
import { channelOf } from '../../domain/notifications/channels.ts'
import type { KindId } from '../../domain/notifications/kinds.ts'
import { kinds } from '../../domain/notifications/kinds.ts'
import { namedPerHour } from '../../domain/notifications/mentions.ts'
import { newId } from '../ids.ts'
import { noticeKey } from '../mail/notice-key.ts'
import { queueMails } from '../mail/queue-mail.ts'
import type { Occasion } from './occasion.ts'

/**
 * Writes who is told of something, and the mails about it that go at once. Call it in the transaction in which it
 * happens. For any number of people it takes a few statements to look at them and a few, for each thousand, to write.
 *
 * @param own key of rows that stand for this alone.
 */
export async function tell(
  q: Q,
  { thing, by, draftId, told, key }: Occasion,
  { at, own }: { at: number; own: string },
): Promise<void> {
  if (told.length === 0) return
  const actorIds = [...new Set(told.map(({ actorId }) => actorId))]
  const people = await listPeopleToTell(q, { actorIds, thing, draftId })
  const draft = draftId === null ? undefined : await findDraft(q, draftId)
  // What is about a draft that is not there must not pass for something public.
  if (draftId !== null && !draft) return
  const chosen = await listChannels(q, actorIds)
  const channel = ({ actorId, kind }: { actorId: string; kind: KindId }): Channel =>
    channelOf(kind, chosen.get(actorId) ?? new Map())
  const wanted = told.filter((one) => channel(one) !== 'off')
  const reached = whoIsTold({ by, draft: draft ? toDraftThing(draft, null) : null }, wanted, people)
  const rows = reached.map(({ actorId, kind, ref }) => ({
    actorId,
    kind,
    thing,
    ref,
    byId: by,
    at,
    key: kinds[kind].counted ? `news/${thing}` : (key ?? own),
  }))
  await insertNotifications(
    q,
    rows.filter(({ kind }) => !kinds[kind].counted),
  )
  await countNotifications(
    q,
    rows.filter(({ kind }) => kinds[kind].counted),
  )
  await mailAtOnce(
    q,
    rows.filter((row) => channel(row) === 'at-once' && !kinds[row.kind].counted),
    at,
  )
}

/** Who is named again and again gets no further mail of it for a while ([I17]). */
async function mailAtOnce(
  q: Q,
  rows: readonly { actorId: string; kind: KindId; thing: string; key: string }[],
  at: number,
): Promise<void> {
  const named = rows.filter(({ kind }) => kind === 'mention').map(({ actorId }) => actorId)
  const namings = await countNamings(q, named, at - 3_600_000)
  await queueMails(
    { now: () => at, newId },
    q,
    rows
      .filter(({ kind, actorId }) => kind !== 'mention' || (namings.get(actorId) ?? 0) <= namedPerHour.mails)
      .map((row) => ({
        key: noticeKey(row),
        kind: 'notice',
        to: { actorId: row.actorId },
        about: { key: row.key },
      })),
  )
}
