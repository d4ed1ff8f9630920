import { listPeopleToTell } from '../../db/queries/audience.ts'
import { findDraft, toDraftThing } from '../../db/queries/drafts.ts'
import { countNotifications, insertNotifications } from '../../db/queries/notifications.ts'
import type { Q } from '../../db/store.ts'
import { whoIsTold } from '../../domain/notifications/audience.ts'
import { kinds } from '../../domain/notifications/kinds.ts'
import type { Occasion } from './occasion.ts'

/**
 * Writes who is told of something. Call it in the transaction in which it happens. For any number of people it takes
 * one statement to look at them and one, for each thousand, to write.
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
  const reached = whoIsTold({ by, draft: draft ? toDraftThing(draft, null) : null }, told, people)
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
}
