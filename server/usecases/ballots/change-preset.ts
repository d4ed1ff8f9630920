import { findBallot } from '../../../db/queries/ballots.ts'
import { findEntry, touchEntry } from '../../../db/queries/entries.ts'
import type { PresetRow } from '../../../db/queries/presets.ts'
import { findPreset, insertPreset, listPresets, updatePreset } from '../../../db/queries/presets.ts'
import type { Q } from '../../../db/store.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { ballotRules } from '../../../domain/ballots/ballot.ts'
import { presetChangeFault, presetFault } from '../../../domain/ballots/preset-rules.ts'
import type { Preset } from '../../../domain/ballots/presets.ts'
import { findRule, withUsual } from '../../../domain/ballots/rules/registry.ts'
import { freeSlug, slugOf } from '../../../domain/drafts/slug.ts'
import { hashJson } from '../../../domain/record/hash.ts'
import { checkLine, checkText } from '../../check-text.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { recordEvent } from '../../record/record-event.ts'
import { currentViewer } from './ballot-access.ts'
import { oneOf } from './opening-parts.ts'

interface Naming {
  /** The revision that was on the screen. */
  revision?: number | undefined
  /** Address or id of the ballot that adopted the change, where one is asked for. */
  ballot?: string | undefined
}

export interface SavePreset extends Naming, Omit<Preset, 'id' | 'rule' | 'names' | 'results' | 'closer' | 'concept'> {
  /** Absent for a new one. */
  id?: string | undefined
  rule: string
  names: string
  results: string
  closer: string
}

/**
 * Makes a way of deciding, or changes one (ballots SPEC [B59], [B60]). Ballots that were opened with it keep what they
 * were opened with.
 *
 * @throws AppError `bad-input` naming the field, `conflict` where it was changed since, `not-found`, `not-allowed`,
 * `signed-out`.
 */
export async function savePreset(deps: Deps, viewer: Viewer | null, input: SavePreset): Promise<{ id: string }> {
  const preset = checkedPreset(input)
  return deps.store.tx(async (q) => {
    const by = await presetChanger(q, viewer)
    if (input.id === undefined) {
      const all = await listPresets(q, { archived: true })
      const id = freeSlug(slugOf(preset.name, 'preset'), new Set(all.map((one) => one.id)))
      const row = { ...preset, id, concept: null, position: all.length, revision: 1, updatedAt: deps.now() }
      await insertPreset(q, { ...row, archivedAt: null })
      await recordChange(deps, q, { ...row, archivedAt: null }, { by: by.actorId, act: 'made', ballotId: null })
      return { id }
    }
    const { row, ballotId } = await changeable(q, input.id, input)
    const next = { ...row, ...preset, revision: row.revision + 1, updatedAt: deps.now() }
    await updatePreset(q, next)
    await recordChange(deps, q, next, { by: by.actorId, act: 'changed', ballotId })
    return { id: row.id }
  })
}

/**
 * Takes a way of deciding out of the choice, or puts it back; it is never deleted ([B59]).
 *
 * @throws AppError as `savePreset`.
 */
export async function archivePreset(
  deps: Deps,
  viewer: Viewer | null,
  input: Naming & { id: string; archived: boolean },
): Promise<void> {
  await deps.store.tx(async (q) => {
    const by = await presetChanger(q, viewer)
    const { row, ballotId } = await changeable(q, input.id, input)
    if ((row.archivedAt !== null) === input.archived) return
    const archivedAt = input.archived ? deps.now() : null
    const next = { ...row, archivedAt, revision: row.revision + 1, updatedAt: deps.now() }
    await updatePreset(q, next)
    await recordChange(deps, q, next, { by: by.actorId, act: input.archived ? 'archived' : 'restored', ballotId })
  })
}

function checkedPreset(input: SavePreset): Omit<Preset, 'id' | 'concept'> {
  const rule = oneOf(input.rule, ballotRules, 'rule')
  const offered = findRule(rule)
  if (offered?.kind !== 'text') throw new AppError('bad-input', 'Choose one of the rules about one text.', 'rule')
  const { parameters, quorum, openFor, lastCall, lastCallRestarts, secondModerator, byBallot } = input
  const preset = {
    ...{ rule, quorum, openFor, lastCall, secondModerator, byBallot },
    name: checkLine(input.name, { field: 'name', label: 'a name', limit: 'name' }),
    words: checkText(input.words, { field: 'words', label: 'what it is for', limit: 'headerField' }),
    parameters: withUsual(offered, parameters),
    lastCallRestarts: lastCall !== null && lastCallRestarts,
    names: oneOf(input.names, ['shown', 'hidden'], 'names'),
    results: oneOf(input.results, ['hidden', 'public'], 'results'),
    closer: oneOf(input.closer, ['anyone', 'uninvolved'], 'closer'),
  }
  const fault = presetFault({ ...preset, id: '', concept: null })
  if (fault) throw new AppError('bad-input', fault.words, fault.field)
  return preset
}

async function presetChanger(q: Q, viewer: Viewer | null): Promise<Viewer> {
  const by = await currentViewer(q, viewer)
  if (!can(by, 'preset.change', null)) throw new AppError('not-allowed', 'Only an admin changes ways of deciding.')
  return by
}

async function changeable(q: Q, id: string, { revision, ballot: named = '' }: Naming) {
  const row = await findPreset(q, id)
  if (!row) throw new AppError('not-found', 'There is no such way of deciding.')
  if (revision !== undefined && revision !== row.revision) {
    throw new AppError('conflict', `“${row.name}” was changed since you began. Load the page again and look first.`)
  }
  // An id by itself, or at the end of an address; not any twenty letters in a row.
  const ballotId = /(?:^|\/ballots\/)([a-z2-7]{20})(?![a-z2-7])/.exec(named.trim())?.[1]
  const ballot = ballotId === undefined ? undefined : await findBallot(q, ballotId)
  const { state = '', outcome = null, closedAt = null } = ballot ?? {}
  const facts = ballot ? { state, result: outcome?.result ?? null, closedAt } : null
  const fault = presetChangeFault(row, facts)
  if (fault) throw new AppError('bad-input', fault, 'ballot')
  return { row, ballotId: row.byBallot ? (ballot?.id ?? null) : null }
}

async function recordChange(
  deps: Deps,
  q: Q,
  preset: PresetRow,
  { by, act, ballotId }: { by: string; act: 'made' | 'changed' | 'archived' | 'restored'; ballotId: string | null },
): Promise<void> {
  const { id, revision, concept } = preset
  await recordEvent(deps, q, {
    type: 'preset.changed',
    subject: `preset/${id}`,
    payload: { preset: id, revision, act, by, ballotId, presetHash: hashJson({ ...preset }) },
    leaf: { preset: { ...preset } },
  })
  // The concept's page shows them, and is kept by its revision.
  const entry = concept === null ? undefined : await findEntry(q, 'concept', concept)
  if (entry) await touchEntry(q, entry.id)
}
