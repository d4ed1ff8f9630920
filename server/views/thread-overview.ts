import { findDraft } from '../../db/queries/drafts.ts'
import { findEntryById } from '../../db/queries/entries.ts'
import { countMinds } from '../../db/queries/minds.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import type { ThreadKind, ThreadOutcome } from '../../domain/threads/words.ts'
import type { Deps } from '../deps.ts'
import { loadThread } from '../usecases/threads/thread-access.ts'
import { overviewGround } from './overview-ground.ts'
import type { MapView } from './overview-map.ts'
import { overviewMap } from './overview-map.ts'
import type { OutlineView } from './overview-outline.ts'
import { overviewOutline } from './overview-outline.ts'
import type { TableView } from './overview-table.ts'
import { overviewRows, overviewTable, tableSorts } from './overview-table.ts'
import type { Dropped } from './read-choices.ts'
import { choicesHref, isPageNumber, readChoices } from './read-choices.ts'

export const overviewShapes = ['outline', 'map', 'table'] as const
export type OverviewShape = (typeof overviewShapes)[number]

export interface ThreadOverview {
  thread: {
    id: string
    title: string
    kind: ThreadKind
    state: 'open' | 'resolved'
    outcome: ThreadOutcome | null
  }
  /** What it is about. */
  subject: string
  /** Deleted ones apart. */
  contributions: number
  /** How many people changed their mind here. */
  minds: number
  cruxes: number
  /** When it was read. */
  at: number
  shape: OverviewShape
  outline: OutlineView | null
  map: MapView | null
  table: TableView | null
  dropped: Dropped[]
}

/**
 * A whole argument at a glance, in one of three shapes ([T38]).
 *
 * @param search as in `location.search`: `view`, `page` and, for the table, `sort`.
 * @throws AppError `not-found`, `signed-out`.
 */
export async function threadOverview(
  deps: Deps,
  viewer: Viewer | null,
  ask: { id: string; search: string },
): Promise<ThreadOverview> {
  const q = deps.store.read
  const loaded = await loadThread(q, viewer, ask.id)
  const { thread } = loaded
  const { chosen, dropped } = readChoices(ask.search, {
    view: (value) => overviewShapes.some((one) => one === value),
    sort: (value) => tableSorts.some((one) => one === value),
    page: isPageNumber,
  })
  const shape = overviewShapes.find((one) => one === chosen.view) ?? 'outline'
  const sort = tableSorts.find((one) => one === chosen.sort) ?? 'kind'
  const ground = await overviewGround(q, viewer, loaded)
  const path = `/threads/${thread.id}/overview`
  const draft = thread.draftId === null ? undefined : await findDraft(q, thread.draftId)
  const entry = await findEntryById(q, thread.entryId)
  return {
    thread: {
      id: thread.id,
      title: thread.title,
      kind: thread.kind,
      state: thread.state,
      outcome: thread.outcome,
    },
    subject: draft?.title ?? entry?.title ?? '',
    contributions: ground.outline.filter(({ deletedAt }) => deletedAt === null).length,
    minds: await countMinds(q, thread.id),
    cruxes: ground.cruxIds.size,
    at: deps.now(),
    shape,
    outline: shape === 'outline' ? await overviewOutline(q, thread.id, ground, Number(chosen.page ?? 1)) : null,
    map: shape === 'map' ? await overviewMap(ground) : null,
    table:
      shape === 'table'
        ? await overviewTable(ground, { sort, page: chosen.page }, (page) =>
            choicesHref(path, { view: 'table', sort: chosen.sort, page }),
          )
        : null,
    dropped,
  }
}

/** The table of a whole argument as comma-separated values. @throws AppError `not-found`, `signed-out`. */
export async function threadOverviewCsv(deps: Deps, viewer: Viewer | null, id: string): Promise<string> {
  const loaded = await loadThread(deps.store.read, viewer, id)
  return overviewRows(await overviewGround(deps.store.read, viewer, loaded))
}
