import type { BallotRow } from '../../../db/queries/ballots.ts'
import { findPreset } from '../../../db/queries/presets.ts'
import type { Q } from '../../../db/store.ts'
import { rememberedName } from '../../../domain/ballots/preset-words.ts'
import { AppError } from '../../errors.ts'

/**
 * The name of the way of deciding that a ballot began with ([B59]); null where it began with none.
 *
 * @throws AppError `bad-input` (preset).
 */
export async function rememberedPreset(
  q: Q,
  id: string | undefined,
  ballot: Omit<BallotRow, 'preset'>,
): Promise<string | null> {
  if (id === undefined || id === '') return null
  const preset = await findPreset(q, id)
  if (!preset || preset.archivedAt !== null) {
    throw new AppError('bad-input', 'This way of deciding is not offered any more. Choose another one.', 'preset')
  }
  return rememberedName(preset, { ...ballot, span: ballot.closesAt - ballot.opensAt })
}
