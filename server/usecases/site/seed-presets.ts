import { insertPreset, listPresets } from '../../../db/queries/presets.ts'
import type { Q } from '../../../db/store.ts'
import { firstPresets } from '../../../domain/ballots/presets.ts'
import { findRule } from '../../../domain/ballots/rules/registry.ts'
import type { Deps } from '../../deps.ts'

/** Gives a database that has no presets the first ones; what admins made of them since is theirs (ballots SPEC [B59]). */
export async function seedPresets(deps: Pick<Deps, 'now'>, q: Q): Promise<void> {
  if ((await listPresets(q, { archived: true })).length > 0) return
  const offered = firstPresets.filter(({ rule }) => findRule(rule) !== undefined)
  for (const [position, preset] of offered.entries()) {
    await insertPreset(q, { ...preset, position, revision: 1, updatedAt: deps.now(), archivedAt: null })
  }
}
