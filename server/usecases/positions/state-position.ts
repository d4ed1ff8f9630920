import { touchEntry } from '../../../db/queries/entries.ts'
import type { StatementRow } from '../../../db/queries/positions.ts'
import { findLastStatement, insertStatement } from '../../../db/queries/positions.ts'
import { answerCalls, listOpenCalls } from '../../../db/queries/signals.ts'
import type { Q } from '../../../db/store.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import type { MemberPosition, StatementAct } from '../../../domain/signals/positions.ts'
import { actOf, memberPositions, memberPositionWords, repeats } from '../../../domain/signals/positions.ts'
import { checkText } from '../../check-text.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { recordEvent } from '../../record/record-event.ts'
import { presentRights } from '../accounts/present-rights.ts'
import type { LoadedStrategy } from '../signals/signal-access.ts'
import { loadStrategy, signalEvents } from '../signals/signal-access.ts'

export interface StatePosition {
  /** Slug of the strategy. */
  strategy: string
  position: string
  reason?: string | undefined
  /** “I would drop this if …”, in the member's own words. */
  exit?: string | undefined
  /** The signal that would move the member, as it stood on their page; empty where none was ticked. */
  exitSignalId?: string | undefined
}

/**
 * States where a member stands on a strategy, for the first time or anew; after a signal landed this is also the answer
 * to what the member is asked (signals SPEC [F13]–[F17]). Repeating oneself word for word without being asked does
 * nothing.
 *
 * @throws AppError `bad-input` (position, reason, exit), `conflict` where the ticked signal was replaced meanwhile,
 * `gone`, `not-found`, `not-allowed`, `signed-out`.
 */
export async function statePosition(
  deps: Deps,
  viewer: Viewer | null,
  input: StatePosition,
): Promise<{ act: StatementAct }> {
  const position = memberPositions.find((one) => one === input.position)
  if (!position) {
    const labels = memberPositions.map((one) => memberPositionWords[one].label)
    throw new AppError('bad-input', `Choose one of: ${labels.join(', ')}.`, 'position')
  }
  const reason = checkText(input.reason, { field: 'reason', label: 'a reason', limit: 'reason' })
  const exit = checkText(input.exit, {
    field: 'exit',
    label: 'what would make you drop it',
    limit: 'headerField',
    optional: true,
  }).trim()
  return inTransaction(deps, viewer, { slug: input.strategy, withdrawnToo: false }, async (q, by, strategy) => {
    const exitSignalId = input.exitSignalId || null
    if (exitSignalId !== null && exitSignalId !== strategy.signal?.id) {
      throw new AppError(
        'conflict',
        'The signal you ticked was replaced meanwhile. Read the present one; your words are kept here.',
        'exitSignalId',
      )
    }
    return state(deps, q, by, strategy, { position, reason, exit, exitSignalId })
  })
}

/**
 * Withdraws a member's position, also on an entry that is withdrawn; what they said before stays listed (signals SPEC
 * [F13], [F14]).
 *
 * @throws AppError `bad-input` (reason), `conflict` where there is none, `not-found`, `not-allowed`,
 * `signed-out`.
 */
export async function withdrawPosition(
  deps: Deps,
  viewer: Viewer | null,
  input: { strategy: string; reason?: string | undefined },
): Promise<{ act: StatementAct }> {
  return inTransaction(deps, viewer, { slug: input.strategy, withdrawnToo: true }, async (q, by, strategy) => {
    const about = { entryId: strategy.entryId, actorId: by.actorId }
    const asked = (await listOpenCalls(q, about)).length > 0
    const reason = checkText(input.reason, { field: 'reason', label: 'a reason', limit: 'reason', optional: !asked })
    const last = await findLastStatement(q, about)
    if (!last || last.position === null)
      throw new AppError('conflict', 'You hold no position here that could be withdrawn.')
    return state(deps, q, by, strategy, { position: null, reason, exit: '', exitSignalId: null })
  })
}

async function inTransaction(
  deps: Deps,
  viewer: Viewer | null,
  { slug, withdrawnToo }: { slug: string; withdrawnToo: boolean },
  work: (q: Q, by: Viewer, strategy: LoadedStrategy) => Promise<StatementAct>,
): Promise<{ act: StatementAct }> {
  if (!viewer) throw new AppError('signed-out', 'Sign in to say where you stand.')
  const { act, entryId } = await deps.store.tx(async (q) => {
    const by = await presentRights(q, viewer)
    if (!can(by, 'position.state', null)) {
      throw new AppError(
        'not-allowed',
        'Taking a position needs the account of a contributor. A moderator can give it.',
      )
    }
    const strategy = await loadStrategy(q, slug, withdrawnToo)
    return { act: await work(q, by, strategy), entryId: strategy.entryId }
  })
  deps.live.publish(signalEvents({ entryId }, 'position.stated'))
  return { act }
}

interface Said extends Pick<StatementRow, 'reason' | 'exit' | 'exitSignalId'> {
  position: MemberPosition | null
}

async function state(
  deps: Deps,
  q: Q,
  by: Viewer,
  { entryId, version }: LoadedStrategy,
  said: Said,
): Promise<StatementAct> {
  const about = { entryId, actorId: by.actorId }
  const last = await findLastStatement(q, about)
  const asked = (await listOpenCalls(q, about)).length > 0
  if (last && !asked && repeats(last, said)) return last.act
  const act = actOf(last, said.position, asked)
  const row: StatementRow = { ...said, ...about, id: deps.newId(), n: (last?.n ?? 0) + 1, act, version, at: deps.now() }
  await insertStatement(q, row)
  await answerCalls(q, about, row.id)
  await recordEvent(deps, q, {
    type: 'position.stated',
    subject: `entry/${entryId}`,
    payload: { by: by.actorId, statement: row.id, n: row.n, act, version },
    leaf: { position: said.position, reason: said.reason, exit: said.exit, exitSignal: said.exitSignalId },
  })
  await touchEntry(q, entryId)
  return act
}
