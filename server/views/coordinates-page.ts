import { findEntryById } from '../../db/queries/entries.ts'
import { listPlacements } from '../../db/queries/placements.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import { showsPlaces } from '../../domain/coordinates/shows.ts'
import type { Spread } from '../../domain/coordinates/split.ts'
import { spreadOf } from '../../domain/coordinates/split.ts'
import { axisIds, fieldDef, kindPath } from '../../domain/entries/kinds.ts'
import type { Option } from '../../domain/entries/options.ts'
import type { Deps } from '../deps.ts'
import { AppError } from '../errors.ts'
import { readableDraft } from '../usecases/drafts/draft-for.ts'
import { draftOptions } from './draft-options.ts'

export interface AxisPlaces {
  axis: string
  label: string
  options: Option[]
  /** What the draft says; empty for nothing. */
  present: string
  /** Where the viewer places it. */
  own: string | null
  /** How everybody placed it; null while the viewer has not ([X2]). */
  spread: Spread | null
}

export interface CoordinatesPage {
  draft: { id: string; title: string; state: string }
  axes: AxisPlaces[]
  mayPlace: boolean
  /** Where another draft of the entry is begun; null where nothing of it is published. */
  forkHref: string | null
  topics: string[]
}

/** Where members place a draft on the axes. @throws AppError `signed-out`, `not-found`. */
export async function coordinatesPage(deps: Deps, viewer: Viewer | null, draftId: string): Promise<CoordinatesPage> {
  const q = deps.store.read
  const { draft, thing } = await readableDraft(q, viewer, draftId)
  if (draft.kind !== 'strategy') throw new AppError('not-found', 'Only strategies have coordinates.')
  const [{ content }, { options }, placed, entry] = await Promise.all([
    deps.collab.readDraft(draft.id),
    draftOptions(deps, draft.kind),
    listPlacements(q, draft.id),
    findEntryById(q, draft.entryId),
  ])
  const mayPlace = can(viewer, 'suggestion.make', thing)
  const axes = axisIds.map((axis): AxisPlaces => {
    const here = placed.filter((one) => one.axis === axis)
    const own = here.find(({ actorId }) => actorId === viewer?.actorId)?.value ?? null
    const values = options[`axis:${axis}`] ?? []
    const present = content.fields[axis]
    return {
      axis,
      label: fieldDef('strategy', axis)?.label ?? axis,
      options: values,
      present: typeof present === 'string' ? present : '',
      own,
      spread: showsPlaces({ state: draft.state, placed: own !== null })
        ? spreadOf(
            axis,
            values,
            here.map(({ value }) => value),
          )
        : null,
    }
  })
  return {
    draft: { id: draft.id, title: content.title, state: draft.state },
    axes,
    mayPlace,
    forkHref:
      entry?.currentVersion == null || !can(viewer, 'draft.create', null)
        ? null
        : `/drafts/new?entry=${kindPath[entry.kind]}/${entry.slug}`,
    topics: [`draft/${draft.id}`],
  }
}
