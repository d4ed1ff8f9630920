import { findEntry } from '../../db/queries/entries.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import { liveDraftStates } from '../../domain/drafts/moves.ts'
import type { EntryKind } from '../../domain/entries/kinds.ts'
import { entryKinds, kindPath, kinds } from '../../domain/entries/kinds.ts'
import type { Deps } from '../deps.ts'
import { AppError } from '../errors.ts'
import type { DraftCard } from './drafts-list.ts'
import { draftsList } from './drafts-list.ts'

export interface NewDraftPage {
  /** The entry to revise; null when a new one is proposed. */
  entry: {
    kind: EntryKind
    kindLabel: string
    slug: string
    title: string
    version: number | null
    href: string
  } | null
  /** Drafts of that entry that are still being worked on: join one instead of starting another. */
  existing: DraftCard[]
}

const unfinished = new Set<string>(liveDraftStates)

/**
 * What to know before proposing a draft.
 *
 * @param place an entry as `strategies/<slug>`, or empty for a new entry.
 * @throws AppError `signed-out`, `not-allowed`, `not-found`.
 */
export async function newDraftPage(deps: Deps, viewer: Viewer | null, place: string): Promise<NewDraftPage> {
  if (!viewer) throw new AppError('signed-out', 'Sign in to propose a draft.')
  if (!can(viewer, 'draft.create', null)) {
    throw new AppError('not-allowed', 'Contributors may propose drafts. A moderator can make your account one.')
  }
  if (place === '') return { entry: null, existing: [] }
  const [path, slug = ''] = place.split('/')
  const kind = entryKinds.find((known) => kindPath[known] === path)
  const entry = kind && (await findEntry(deps.store.read, kind, slug))
  if (!kind || !entry) throw new AppError('not-found', 'There is no such entry in the atlas.')
  const drafts = await draftsList(deps, viewer, entry.id)
  return {
    entry: {
      kind,
      kindLabel: kinds[kind].label,
      slug: entry.slug,
      title: entry.title,
      version: entry.currentVersion,
      href: `/${kindPath[kind]}/${entry.slug}`,
    },
    existing: drafts.filter((draft) => unfinished.has(draft.state)),
  }
}
