import { updateObjection } from '../../../db/queries/objections.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import type { AskDecision } from '../../../domain/objections/stand-ins.ts'
import { decideAsk } from '../../../domain/objections/stand-ins.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { changeObjection } from './change-objection.ts'

const refusals: Record<Exclude<AskDecision, 'ask'>, string> = {
  'not-open': 'It is not open any more.',
  'not-away': 'Its owner was here within the last 14 days. Ask them.',
  'stood-in': 'Somebody stands in for its owner already.',
  'asked-already': 'A stand-in was asked for already.',
}

/**
 * Asks for somebody who stands in for the owner of an objection that is away ([O15]).
 *
 * @throws AppError `conflict` where the term is not over or somebody stands in, `not-found`, `not-allowed`,
 * `signed-out`.
 */
export async function askStandIn(deps: Deps, viewer: Viewer | null, input: { objectionId: string }): Promise<void> {
  await changeObjection(deps, viewer, input.objectionId, 'objection.stand-in-asked', async (q, by, loaded) => {
    const { objection, standing, thing } = loaded
    const decision = decideAsk(standing, thing.standInId !== null, deps.now())
    if (decision === 'not-open') throw new AppError('conflict', refusals['not-open'])
    if (!can(by, 'objection.ask-stand-in', thing)) {
      throw new AppError('not-allowed', 'The owner of the draft or a moderator asks for a stand-in.')
    }
    if (decision !== 'ask') throw new AppError('conflict', refusals[decision])
    await updateObjection(q, objection.id, { standInAskedBy: by.actorId, standInAskedAt: deps.now() })
    return {}
  })
}
