import { savePreferences } from '../../../db/queries/preferences.ts'
import { can } from '../../../domain/access/policy.ts'
import { readingChoices, readZone } from '../../../domain/access/reading-choices.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'

interface ReadingInput {
  theme: string
  textSize: string
  motion: string
  /** Whether single keys act. */
  shortcuts: boolean
  /** Empty leaves it to the device. */
  timeZone: string
}

/**
 * Keeps how the own pages look and behave ([A13]).
 *
 * @throws AppError `bad-input` naming the field; then nothing is kept.
 */
export async function chooseReading(deps: Deps, viewer: Viewer | null, input: ReadingInput): Promise<void> {
  if (!viewer || !can(viewer, 'account.own', null)) throw new AppError('signed-out', 'Sign in to choose how you read.')
  const zone = readZone(input.timeZone.trim())
  if ('problem' in zone) throw new AppError('bad-input', zone.problem, 'timeZone')
  const chosen = {
    theme: oneOf('theme', input.theme),
    textSize: oneOf('textSize', input.textSize),
    motion: oneOf('motion', input.motion),
    shortcuts: input.shortcuts,
    timeZone: zone.zone,
  }
  await deps.store.tx((q) => savePreferences(q, viewer.actorId, chosen, deps.now()))
}

function oneOf<F extends keyof typeof readingChoices>(field: F, typed: string): (typeof readingChoices)[F][number] {
  const known = readingChoices[field].find((choice) => choice === typed)
  if (!known) throw new AppError('bad-input', 'Choose one of the offered answers.', field)
  return known
}
