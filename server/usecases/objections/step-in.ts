import { updateObjection } from '../../../db/queries/objections.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import type { StepInDecision } from '../../../domain/objections/stand-ins.ts'
import { decideStepIn } from '../../../domain/objections/stand-ins.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { changeObjection } from './change-objection.ts'

const refusals: Record<Exclude<StepInDecision, 'step-in'>, readonly ['conflict' | 'not-allowed', string]> = {
  'not-open': ['conflict', 'It is not open any more.'],
  'not-asked': ['conflict', 'Nobody asked for a stand-in, or its owner was seen since.'],
  'asked-it-yourself': ['not-allowed', 'You asked for a stand-in. Somebody else steps in.'],
  'stood-in': ['conflict', 'Somebody stands in for its owner already.'],
}

/**
 * Steps in for the owner of an objection who is away ([O12], [O15]).
 *
 * @throws AppError `conflict` where nobody asked or somebody was first, `not-found`, `not-allowed`, `signed-out`.
 */
export async function stepIn(deps: Deps, viewer: Viewer | null, input: { objectionId: string }): Promise<void> {
  await changeObjection(deps, viewer, input.objectionId, 'objection.stepped-in', async (q, by, loaded) => {
    const { objection, standing, thing } = loaded
    const now = deps.now()
    const decision = decideStepIn(standing, by.actorId, now)
    if (decision === 'not-open') throw new AppError(...refusals['not-open'])
    if (!can(by, 'objection.step-in', thing)) {
      throw new AppError(
        'not-allowed',
        'Who may object to this draft and does not write it steps in, but not its owner.',
      )
    }
    if (decision !== 'step-in') throw new AppError(...refusals[decision])
    await updateObjection(q, objection.id, { standInId: by.actorId, standInSince: now, standInNamed: false })
    return {}
  })
}
