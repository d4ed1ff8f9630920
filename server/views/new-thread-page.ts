import { findDraftFor } from '../../db/queries/drafts.ts'
import { findEntry, findEntryById } from '../../db/queries/entries.ts'
import { findOpenHearing } from '../../db/queries/threads.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import type { EntryKind } from '../../domain/entries/kinds.ts'
import { entryKinds, kindPath } from '../../domain/entries/kinds.ts'
import { limits, oneLine } from '../../domain/text/limits.ts'
import { hearingPlaces, placeLabel, placesOf } from '../../domain/threads/place.ts'
import type { ThreadKind } from '../../domain/threads/words.ts'
import { isHearing, threadKinds } from '../../domain/threads/words.ts'
import type { Deps } from '../deps.ts'
import { AppError } from '../errors.ts'

export interface NewThreadPage {
  subject: { title: string; href: string; entryKind: EntryKind; onDraft: boolean }
  /** What the form sends back. */
  about: { draft: string } | { entry: string }
  kind: ThreadKind
  place: string
  /** Prefilled. */
  title: string
  places: { place: string; label: string }[]
  /** The words that were chosen, as the form sends them back; null where it is about a whole place. */
  words: Record<string, string> | null
  /** The hearing of this kind that is open already. */
  openHearing: { id: string; title: string } | null
}

/**
 * The form for a new thread, prefilled from its address.
 *
 * @param ask `entry` is `<kind path>/<slug>`, as in `strategies/lab-pause`.
 * @throws AppError `not-found`, `not-allowed`, `signed-out`.
 */
export async function newThreadPage(
  deps: Deps,
  viewer: Viewer | null,
  ask: {
    draft?: string | undefined
    entry?: string | undefined
    place?: string | undefined
    kind?: string | undefined
    title?: string | undefined
    /** `quote`, `before`, `after`, `seen` and `version`, as `openThread` takes them. */
    words?: Record<string, string> | undefined
  },
): Promise<NewThreadPage> {
  if (!viewer) throw new AppError('signed-out', 'Sign in to open a thread.')
  const { about, subject, draftId, entryId, draft } = await loadSubject(deps, viewer, ask)
  if (!can(viewer, 'thread.open', draft)) {
    throw new AppError('not-allowed', 'Opening a thread needs an account of a contributor who may comment here.')
  }
  const places = placesOf(subject.entryKind)
  const place = places.find((one) => one === ask.place) ?? 'entry'
  const kind = threadKinds.find((one) => one === ask.kind) ?? kindOfPlace(place)
  const openHearing = isHearing(kind) ? await findOpenHearing(deps.store.read, { draftId, entryId }, kind) : undefined
  return {
    subject,
    about,
    kind,
    title: oneLine(ask.title ?? '').slice(0, limits.title),
    place:
      isHearing(kind) && !(hearingPlaces[kind] as readonly string[]).includes(place) ? hearingPlaces[kind][0] : place,
    places: places.map((one) => ({ place: one, label: placeLabel(subject.entryKind, one) ?? one })),
    words: ask.words?.quote ? ask.words : null,
    openHearing: openHearing ?? null,
  }
}

async function loadSubject(
  deps: Deps,
  viewer: Viewer,
  ask: { draft?: string | undefined; entry?: string | undefined },
) {
  const q = deps.store.read
  if (ask.draft) {
    const found = await findDraftFor(q, ask.draft, viewer.actorId)
    const entry = found && can(viewer, 'draft.read', found.thing) && (await findEntryById(q, found.draft.entryId))
    if (!found || !entry) throw new AppError('not-found', 'There is no such draft, or it is not open to you.')
    const { id, title } = found.draft
    return {
      about: { draft: id },
      subject: { title, href: `/drafts/${id}`, entryKind: entry.kind, onDraft: true },
      draftId: id,
      entryId: entry.id,
      draft: found.thing,
    }
  }
  const [path = '', slug = ''] = (ask.entry ?? '').split('/')
  const kind = kindOfPath(path)
  const entry = kind && (await findEntry(q, kind, slug))
  if (!entry || entry.currentVersion === null) {
    throw new AppError('not-found', 'Start from the page of an entry or a draft: a thread needs something to be about.')
  }
  return {
    about: { entry: `${path}/${slug}` },
    subject: { title: entry.title, href: `/${path}/${slug}`, entryKind: entry.kind, onDraft: false },
    draftId: null,
    entryId: entry.id,
    draft: null,
  }
}

function kindOfPath(path: string): EntryKind | undefined {
  return entryKinds.find((kind) => kindPath[kind] === path)
}

/** The kind that most people mean when they argue about a place. */
function kindOfPlace(place: string): ThreadKind {
  if ((hearingPlaces.falsification as readonly string[]).includes(place)) return 'falsification'
  if ((hearingPlaces.threshold as readonly string[]).includes(place)) return 'threshold'
  if (place === 'field/declarations') return 'relation'
  return place.startsWith('section/') || place === 'field/title' ? 'wording' : 'general'
}
