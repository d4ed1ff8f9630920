import { isDismissed } from '../../db/queries/dismissals.ts'
import { readSiteText } from '../../db/queries/site-texts.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import { markdownToBlocks } from '../../domain/prose/parse-markdown.ts'
import type { Deps } from '../deps.ts'
import { tourStart } from './tour.ts'

/** What `/welcome` shows: what whoever runs the site says to newcomers, the tour, and where to begin in each role. */
export async function welcomePage(deps: Deps, viewer: Viewer | null) {
  return {
    words: markdownToBlocks(await readSiteText(deps.store.read, 'welcome')),
    tour: await tourStart(deps, viewer),
    role: viewer?.role ?? null,
  }
}

/** Whether the first page shows somebody the way in. Who is signed out keeps it: nothing is remembered of them. */
export async function showsWelcome(deps: Deps, viewer: Viewer | null): Promise<boolean> {
  if (!viewer) return true
  return viewer.role !== 'guest' && !(await isDismissed(deps.store.read, viewer.actorId, 'welcome'))
}
