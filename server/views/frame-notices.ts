import { isDismissed } from '../../db/queries/dismissals.ts'
import { findSiteText, isSwitchedOn } from '../../db/queries/site-texts.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import type { Deps } from '../deps.ts'
import type { TourStop } from './tour.ts'
import { tourStop } from './tour.ts'

export interface FrameNotices {
  /** What whoever runs the site says to everybody; null where it says nothing, or its reader put it away. */
  announcement: { text: string; id: string; mayDismiss: boolean } | null
  readOnly: boolean
  /** Where somebody is in the tour; null for who takes none. */
  tour: TourStop | null
}

/** What stands above every page. @param tour the stop that the address names. */
export async function frameNotices(
  deps: Deps,
  viewer: Viewer | null,
  { tour }: { tour: string | null },
): Promise<FrameNotices> {
  return {
    announcement: await announcementFor(deps, viewer),
    readOnly: await isSwitchedOn(deps.store.read, 'read-only'),
    tour: tour === null ? null : await tourStop(deps, viewer, tour),
  }
}

async function announcementFor(deps: Deps, viewer: Viewer | null): Promise<FrameNotices['announcement']> {
  const said = await findSiteText(deps.store.read, 'announcement')
  if (!said || said.text === '') return null
  const id = `announcement/${said.updatedAt}`
  const mayDismiss = viewer !== null && viewer.role !== 'guest'
  if (mayDismiss && (await isDismissed(deps.store.read, viewer.actorId, id))) return null
  return { text: said.text, id, mayDismiss }
}
