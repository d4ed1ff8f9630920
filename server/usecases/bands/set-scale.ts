import type { ScaleRow } from '../../../db/queries/markers.ts'
import { findScale, listMarkers, setScale } from '../../../db/queries/markers.ts'
import { updateThread } from '../../../db/queries/threads.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { standing } from '../../../domain/bands/moves.ts'
import type { ScaleDecision } from '../../../domain/bands/scale.ts'
import { decideScale, readsTwoWays, typedNumber, unstableSides } from '../../../domain/bands/scale.ts'
import { startOfDay } from '../../../domain/text/day.ts'
import { checkLine } from '../../check-text.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { recordEvent } from '../../record/record-event.ts'
import { presentRights } from '../accounts/present-rights.ts'
import { loadThread, mayPost, signedIn, threadEvents, touchWhenPublic } from '../threads/thread-access.ts'

export interface SetScale {
  threadId: string
  unit: string
  low: string
  high: string
  unstable: string
  /** Empty where nobody knows it. */
  reading?: string | undefined
  readingSource?: string | undefined
  /** `YYYY-MM-DD`. */
  readingDate?: string | undefined
  /** When the scale was last set, as the person saw it; empty for never. Left out, it is set whatever stands there. */
  was?: string | undefined
}

/**
 * Names the scale of a threshold hearing, and the current reading on it ([Z1]–[Z3]).
 *
 * @throws AppError `bad-input` naming the field, `conflict` where somebody else set it meanwhile or markers stand in
 * the way, `not-found`, `not-allowed`, `signed-out`.
 */
export async function setScaleOf(deps: Deps, viewer: Viewer | null, input: SetScale): Promise<void> {
  const asking = signedIn(viewer)
  const typed = readScale(input)
  const thread = await deps.store.tx(async (q) => {
    const by = await presentRights(q, asking)
    const loaded = await loadThread(q, by, input.threadId)
    mayPost(by, loaded)
    const { thread } = loaded
    if (thread.kind !== 'threshold') {
      throw new AppError('bad-input', 'Only a hearing on a threshold has a scale.', 'unit')
    }
    const present = await findScale(q, thread.id)
    if (input.was !== undefined && input.was !== String(present?.updatedAt ?? '')) {
      throw new AppError('conflict', 'Somebody changed the scale while you wrote. Look at it, then save again.')
    }
    const stand = standing(await listMarkers(q, thread.id))
    const placed = stand.some(({ actorId }) => actorId === by.actorId)
    const values = stand.map(({ value }) => value)
    refuse(decideScale(present ?? null, typed, values, placed))
    const now = deps.now()
    await setScale(q, { threadId: thread.id, ...typed, updatedAt: now })
    await updateThread(q, thread.id, { updatedAt: now })
    const { unit, readingSource, ...numbers } = typed
    await recordEvent(deps, q, {
      type: 'thread.scale-set',
      subject: `thread/${thread.id}`,
      payload: { by: by.actorId, ...numbers },
      leaf: { unit, readingSource },
    })
    await touchWhenPublic(q, loaded)
    return thread
  })
  deps.live.publish(threadEvents(thread, 'thread.scale-set'))
}

function readScale(input: SetScale): Omit<ScaleRow, 'threadId' | 'updatedAt'> {
  const unit = checkLine(input.unit, { field: 'unit', label: 'the unit', limit: 'name' })
  const low = checkNumber(input.low, 'low')
  const high = checkNumber(input.high, 'high')
  const unstable = unstableSides.find((one) => one === input.unstable)
  if (!unstable) throw new AppError('bad-input', `Choose one of: ${unstableSides.join(', ')}.`, 'unstable')
  if ((input.reading ?? '').trim() === '') {
    return { unit, low, high, unstable, reading: null, readingSource: '', readingDate: '' }
  }
  const reading = checkNumber(input.reading, 'reading')
  const source = { field: 'readingSource', label: 'where the reading comes from', limit: 'title' } as const
  return {
    unit,
    low,
    high,
    unstable,
    reading,
    readingSource: checkLine(input.readingSource, source),
    readingDate: checkDate(input.readingDate),
  }
}

/** @throws AppError `bad-input` naming the field. */
export function checkNumber(typed: string | undefined, field: string): number {
  if (readsTwoWays(typed)) {
    const [whole, part] = (typed ?? '').trim().split(',')
    const detail = `A comma before three digits can be read in two ways. Write ${whole}${part}, or ${whole}.${part} with a point.`
    throw new AppError('bad-input', detail, field)
  }
  const value = typedNumber(typed)
  if (value === null) throw new AppError('bad-input', 'Write a number, such as 12 or 0.5.', field)
  return value
}

function checkDate(typed = ''): string {
  const date = typed.trim()
  if (Number.isNaN(startOfDay(date))) {
    throw new AppError(
      'bad-input',
      'Write the date of the reading as year-month-day, such as 2026-11-28.',
      'readingDate',
    )
  }
  return date
}

const refusals: Record<Exclude<ScaleDecision, 'set'>, { detail: string; field: string }> = {
  'no-length': { detail: 'The upper end must be above the lower one.', field: 'high' },
  'unit-stays': {
    detail: 'Markers stand on this scale in its unit. Open another hearing for another unit.',
    field: 'unit',
  },
  'side-stays': {
    detail: 'Markers stand on this scale; the side on which it defeats itself stays.',
    field: 'unstable',
  },
  'place-first': {
    detail: 'Markers stand on this scale. Place yours, then you may move the ends; the reading you may change now.',
    field: 'high',
  },
  'marker-outside': {
    detail: 'A marker would stand outside. Leave the ends wide enough for all of them.',
    field: 'high',
  },
}

function refuse(decision: ScaleDecision): void {
  if (decision === 'set') return
  const { detail, field } = refusals[decision]
  throw new AppError(decision === 'no-length' ? 'bad-input' : 'conflict', detail, field)
}
