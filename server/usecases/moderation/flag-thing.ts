import {
  countFlagsSince,
  findFlag,
  findLastDecided,
  findOpenCase,
  insertCase,
  insertFlag,
  updateCase,
} from '../../../db/queries/moderation.ts'
import { isWithheld } from '../../../db/queries/withheld.ts'
import type { Q } from '../../../db/store.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { keptTime } from '../../../domain/moderation/cases.ts'
import { readRef } from '../../../domain/moderation/refs.ts'
import { dayLimits, hourFlags, widensWords } from '../../../domain/moderation/standing.ts'
import { flagReasons } from '../../../domain/moderation/words.ts'
import { day } from '../../../domain/text/day.ts'
import { checkText } from '../../check-text.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { TooMany } from '../../rate-limits.ts'
import { recordEvent } from '../../record/record-event.ts'
import { presentRights } from '../accounts/present-rights.ts'
import type { LoadedThing } from './thing-access.ts'
import { findThing } from './thing-access.ts'
import { standingOf } from './write-limits.ts'

/**
 * Tells the moderators of something that somebody wrote ([Y1]–[Y4]). Flags of one thing are one case.
 *
 * @throws AppError `bad-input` (reason, words), `conflict` where it was flagged or kept already, or is one's own,
 * `too-many`, `not-found`, `not-allowed`, `signed-out`.
 */
export async function flagThing(
  deps: Deps,
  viewer: Viewer | null,
  input: { thing: string; reason: string; words?: string | undefined },
): Promise<{ caseId: string; href: string }> {
  if (!viewer) throw new AppError('signed-out', 'Sign in to tell the moderators.')
  const reason = flagReasons.find((one) => one === input.reason)
  if (!reason) throw new AppError('bad-input', 'Choose what is wrong with it.', 'reason')
  const asksForCorrection = readRef(input.thing)?.kind === 'person'
  const words = checkText(input.words, {
    field: 'words',
    label: 'what is wrong with it',
    limit: 'note',
    optional: reason !== 'other' && !asksForCorrection,
  }).trim()
  return deps.store.tx(async (q) => {
    const by = await presentRights(q, viewer)
    const found = await flaggable(q, by, input.thing)
    const { thing } = found
    const open = await findOpenCase(q, thing)
    if (open && (await findFlag(q, thing, by.actorId))?.caseId === open.id) {
      throw new AppError('conflict', 'You have flagged this already. The moderators see it.')
    }
    await refuseKept(q, found, deps.now())
    await refuseStorm(q, by, deps.now())
    const { ref, authorId } = found
    const caseId = open?.id ?? deps.newId()
    const began = {
      id: caseId,
      kind: asksForCorrection ? 'correction' : 'flags',
      thing,
      thingKind: ref.kind,
      authorId,
      openedAt: deps.now(),
    } as const
    if (open) await updateCase(q, open, {})
    else await insertCase(q, began)
    await insertFlag(q, { thing, actorId: by.actorId, caseId, reason, words, at: deps.now() })
    await recordEvent(deps, q, {
      type: 'case.flagged',
      subject: `case/${caseId}`,
      payload: { case: caseId, thing: ref.kind, reason },
      leaf: { by: by.actorId, thing, words },
    })
    return { caseId, href: found.href }
  })
}

/** What this person may flag. @throws AppError `not-found`, `not-allowed`, `gone`, `conflict` for one's own. */
export async function flaggable(q: Q, by: Viewer, typed: string): Promise<LoadedThing> {
  if (!can(by, 'thing.flag', null))
    throw new AppError('not-allowed', 'Flagging needs an account that is not suspended.')
  const ref = readRef(typed)
  const found = ref && (await findThing(q, by, ref))
  if (!found) throw new AppError('not-found', 'There is nothing here that you could flag.')
  if (found.gone) throw new AppError('gone', 'This was deleted or withdrawn by its author.')
  if (found.authorId === by.actorId) throw new AppError('conflict', 'This is your own. You can change or delete it.')
  if (await isWithheld(q, found.thing)) throw new AppError('conflict', 'This is hidden already.')
  return found
}

/** @throws AppError `conflict` where a moderator kept it lately, as it still says it ([Y3]). */
async function refuseKept(q: Q, { thing, changedAt }: LoadedThing, now: number): Promise<void> {
  const last = await findLastDecided(q, thing)
  const decidedAt = last?.decidedAt ?? 0
  if (last?.act !== 'keep' || decidedAt + keptTime <= now || (changedAt ?? 0) > decidedAt) return
  throw new AppError('conflict', 'A moderator looked at this within the last week and kept it.')
}

/** @throws TooMany ([Y4]). */
async function refuseStorm(q: Q, by: Viewer, now: number): Promise<void> {
  const hour = 3_600_000
  if ((await countFlagsSince(q, by.actorId, now - hour)) >= hourFlags) {
    throw new TooMany(`You flagged ${hourFlags} things within an hour.`, hour / 1000)
  }
  const standing = await standingOf(q, by, now)
  const most = dayLimits[standing].flags
  if ((await countFlagsSince(q, by.actorId, now - day)) >= most) {
    throw new TooMany(`You may flag ${most} things in a day. ${widensWords(standing)}`, hour / 1000)
  }
}
