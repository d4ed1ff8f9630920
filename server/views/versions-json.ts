import type { Viewer } from '../../domain/access/viewer.ts'
import type { EntryKind } from '../../domain/entries/kinds.ts'
import type { Deps } from '../deps.ts'
import { historyPage } from './history-page.ts'
import { versionHeadJson } from './version-json.ts'

/** All versions of an entry as the API lists them, newest first. @throws AppError `not-found`. */
export async function versionsJson(deps: Deps, viewer: Viewer | null, { kind, id }: { kind: EntryKind; id: string }) {
  const { entry, versions } = await historyPage(deps, viewer, { kind, slug: id })
  return { items: versions.map((version) => versionHeadJson(version, entry.path)), next: null }
}
