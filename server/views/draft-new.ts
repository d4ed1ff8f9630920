import { findEntry } from '../../db/queries/entries.ts'
import { loadVocabulary } from '../../db/queries/vocabulary.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import type { GivenField } from '../../domain/drafts/given-fields.ts'
import { givenFields } from '../../domain/drafts/given-fields.ts'
import { liveDraftStates } from '../../domain/drafts/moves.ts'
import type { EntryKind } from '../../domain/entries/kinds.ts'
import { axisIds, entryKinds, kindPath, kinds } from '../../domain/entries/kinds.ts'
import { readPlace } from '../../domain/entries/place.ts'
import type { Vocabulary } from '../../domain/entries/vocabulary.ts'
import type { Deps } from '../deps.ts'
import { AppError } from '../errors.ts'
import type { DraftCard } from './drafts-list.ts'
import { draftsList } from './drafts-list.ts'
import type { Dropped } from './read-choices.ts'
import { readChoices } from './read-choices.ts'

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
  /** With what a new entry would begin, as the address asks for it. */
  start: { kind: EntryKind; fields: GivenField[]; dropped: Dropped[] }
}

const unfinished = new Set<string>(liveDraftStates)

/**
 * What to know before proposing a draft.
 *
 * @param search as in `location.search`: `entry` an entry to revise, as `strategies/<slug>`; else `kind` and values of
 * fields with which a new entry would begin.
 * @throws AppError `signed-out`, `not-allowed`, `not-found`.
 */
export async function newDraftPage(deps: Deps, viewer: Viewer | null, search: string): Promise<NewDraftPage> {
  if (!viewer) throw new AppError('signed-out', 'Sign in to propose a draft.')
  if (!can(viewer, 'draft.create', null)) {
    throw new AppError('not-allowed', 'Contributors may propose drafts. A moderator can make your account one.')
  }
  const place = new URLSearchParams(search).get('entry') ?? ''
  const start = readStart(search, await loadVocabulary(deps.store.read))
  if (place === '') return { entry: null, existing: [], start }
  const named = readPlace(place)
  const entry = named && (await findEntry(deps.store.read, named.kind, named.slug))
  if (!named || !entry) throw new AppError('not-found', 'There is no such entry in the atlas.')
  const { kind } = named
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
    start,
  }
}

function readStart(search: string, vocabulary: Vocabulary): NewDraftPage['start'] {
  const known = ['lever', 'pull', ...axisIds] as const
  const fits = (id: string) => (value: string) => givenFields('strategy', { [id]: value }, vocabulary).length > 0
  const understands = Object.fromEntries(known.map((id) => [id, fits(id)])) as Record<
    (typeof known)[number],
    (value: string) => boolean
  >
  const { chosen, dropped } = readChoices(search, {
    ...understands,
    kind: (value) => entryKinds.some((kind) => kind === value),
    entry: () => true,
  })
  const kind = entryKinds.find((one) => one === chosen.kind) ?? 'strategy'
  return { kind, fields: givenFields(kind, chosen, vocabulary), dropped }
}
