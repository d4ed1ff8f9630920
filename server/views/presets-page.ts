import { listDraftsOfOwner } from '../../db/queries/drafts.ts'
import type { PresetRow } from '../../db/queries/presets.ts'
import { findPreset, listPresets } from '../../db/queries/presets.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import { isMember } from '../../domain/access/viewer.ts'
import { presetTerms } from '../../domain/ballots/preset-words.ts'
import { ruleOf } from '../../domain/ballots/rules/registry.ts'
import type { Deps } from '../deps.ts'
import { AppError } from '../errors.ts'

export interface ShownPreset {
  id: string
  name: string
  words: string
  rule: string
  explanation: string
  terms: string[]
  byBallot: boolean
  concept: string | null
  archived: boolean
  revision: number
  updatedAt: number
}

export interface PresetsPage {
  presets: ShownPreset[]
  /** Drafts that the viewer may open a ballot about. */
  drafts: { id: string; title: string }[]
  mayChange: boolean
}

/** The ways of deciding that a ballot can be opened with; those taken out of the choice only for who may change them. */
export async function presetsPage(deps: Deps, viewer: Viewer | null): Promise<PresetsPage> {
  const q = deps.store.read
  const mayChange = can(viewer, 'preset.change', null)
  return {
    presets: (await listPresets(q, { archived: mayChange })).map(shownPreset),
    drafts: viewer && isMember(viewer) ? await listDraftsOfOwner(q, viewer.actorId, ['writing', 'in-review']) : [],
    mayChange,
  }
}

/**
 * One way of deciding as it can be changed.
 *
 * @throws AppError `not-found`, `not-allowed`, `signed-out`.
 */
export async function presetToChange(deps: Deps, viewer: Viewer | null, id: string): Promise<PresetRow> {
  if (!viewer) throw new AppError('signed-out', 'Sign in first.')
  if (!can(viewer, 'preset.change', null)) throw new AppError('not-allowed', 'Only an admin changes ways of deciding.')
  const row = await findPreset(deps.store.read, id)
  if (!row) throw new AppError('not-found', 'There is no such way of deciding.')
  return row
}

function shownPreset(row: PresetRow): ShownPreset {
  const rule = ruleOf(row.rule)
  const { id, name, words, byBallot, concept, revision, updatedAt, archivedAt } = row
  return {
    ...{ id, name, words, byBallot, concept, revision, updatedAt },
    rule: rule.label,
    explanation: rule.explain(row.parameters),
    terms: presetTerms(row),
    archived: archivedAt !== null,
  }
}
