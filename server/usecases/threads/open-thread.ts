import { insertAnchor } from '../../../db/queries/anchors.ts'
import { findDraft, findDraftFor } from '../../../db/queries/drafts.ts'
import { findEntry, findEntryById } from '../../../db/queries/entries.ts'
import type { ThreadRow } from '../../../db/queries/threads.ts'
import { findOpenHearing, findOpenThreadNamed } from '../../../db/queries/threads.ts'
import type { Q } from '../../../db/store.ts'
import type { DraftThing } from '../../../domain/access/policy.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import type { EntryKind } from '../../../domain/entries/kinds.ts'
import { headerFieldsOf } from '../../../domain/threads/header.ts'
import { defaultTitle, fitsPlace, hearingPlaces, placeLabel } from '../../../domain/threads/place.ts'
import type { ThreadKind } from '../../../domain/threads/words.ts'
import { isHearing, threadKindLabels, threadKinds } from '../../../domain/threads/words.ts'
import { checkLine, checkText } from '../../check-text.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { presentRights } from '../accounts/present-rights.ts'
import { limitWriting } from '../moderation/write-limits.ts'
import { beginThread } from './begin-thread.ts'
import { placeWords } from './place-words.ts'
import { signedIn, threadEvents, touchWhenPublic } from './thread-access.ts'
import type { ChosenWords, Placement } from './words-of.ts'

export interface OpenThread {
  /** Either a draft by id, or a published entry by kind and slug. */
  draft?: string | undefined
  entry?: { kind: EntryKind; slug: string } | undefined
  /** With an entry: the version, from 1 on, in whose text words were chosen; the current one when left out. */
  version?: number | undefined
  /** `entry`, `section/<id>` or `field/<id>`; a hearing knows its own place when this is empty. */
  place?: string | undefined
  kind: string
  title?: string | undefined
  /** For a hearing: texts of its header by field id; unknown ones are ignored. */
  header?: Record<string, string> | undefined
  /** An open thread with this title at this place is given instead of a second one ([T21]). */
  once?: boolean | undefined
  /** The words it is about, in the section it stands at (domain/anchors). */
  words?: ChosenWords | undefined
}

/**
 * Opens a thread at a place of a draft or of a published entry.
 *
 * @throws AppError `bad-input` (field `place`, `kind`, `title`, `version`, `quote` or a header field), `not-found`,
 * `not-allowed`, `signed-out`; `conflict` naming the hearing that is open already ([T3]), or where the text of the
 * words was replaced meanwhile.
 */
export async function openThread(deps: Deps, viewer: Viewer | null, input: OpenThread): Promise<{ id: string }> {
  const asking = signedIn(viewer)
  const kind = checkKind(input.kind)
  const header = checkHeader(kind, input.header ?? {})
  const title = checkLine(input.title, { field: 'title', label: 'a title', limit: 'title', optional: true })
  // The words are looked for before the transaction, because the document may have to be committed first.
  const looked = await allowed(deps.store.read, asking, input)
  const placements = await placeWords(deps, looked, input)
  const { row: thread, isNew } = await deps.store.tx(async (q) => {
    const by = await presentRights(q, asking)
    const about = await allowed(q, by, input)
    if (placements.length > 0) refuseOtherVersion(looked, about)
    const place = input.place || (isHearing(kind) ? hearingPlaces[kind][0] : 'entry')
    checkPlace(about.kind, place, kind)
    if (isHearing(kind)) await refuseSecondHearing(q, about, kind)
    const same = input.once ? await findOpenThreadNamed(q, about, { place, title }) : undefined
    if (same) return { row: same, isNew: false }
    const { entryId, draftId, version } = about
    const words = [title, ...Object.values(header)].join('\n')
    const writing = { actorId: by.actorId, threadId: null, draftId }
    await limitWriting(deps, q, writing, { text: words, field: 'title' })
    const row = await beginThread(deps, q, by, {
      ...{ entryId, draftId, version, place, kind, header },
      title: title || defaultTitle(about.kind, place, kind),
      anchored: placements.length > 0,
    })
    await insertAnchors(q, row, placements)
    await touchWhenPublic(q, { thread: row, draft: about.draft })
    return { row, isNew: true }
  })
  if (isNew && thread.draftId !== null && placements.length > 0) deps.collab.anchorAdded(thread.draftId)
  if (isNew) deps.live.publish(threadEvents(thread, 'thread.opened'))
  return { id: thread.id }
}

/** @throws AppError `conflict` where a version was published since the words were found. */
function refuseOtherVersion(looked: Subject, about: Subject): void {
  if (looked.currentVersion === about.currentVersion) return
  throw new AppError('conflict', 'A new version was published at this moment. Select the words again in it.', 'quote')
}

/** @throws AppError `conflict` where the document was replaced since the words were found. */
async function insertAnchors(q: Q, { id, draftId, updatedAt }: ThreadRow, placements: readonly Placement[]) {
  for (const placement of placements) {
    const draft = draftId !== null && placement.draftId !== null ? await findDraft(q, draftId) : undefined
    if (draft && draft.generation !== placement.generation) {
      throw new AppError('conflict', 'The text was replaced at this moment. Select the words again.', 'quote')
    }
    await insertAnchor(q, { threadId: id, updatedAt, ...placement })
  }
}

/** What the thread is to be about. @throws AppError `not-found`, `not-allowed`. */
async function allowed(q: Q, viewer: Viewer, input: OpenThread): Promise<Subject> {
  const about = await loadSubject(q, viewer, input)
  if (can(viewer, 'thread.open', about.draft)) return about
  throw new AppError('not-allowed', 'Opening a thread needs an account of a contributor who may comment here.')
}

export interface Subject {
  entryId: string
  kind: EntryKind
  draftId: string | null
  draft: DraftThing | null
  version: number | null
  currentVersion: number | null
}

async function loadSubject(q: Q, viewer: Viewer, input: OpenThread): Promise<Subject> {
  if (input.draft) {
    const found = await findDraftFor(q, input.draft, viewer.actorId)
    if (!found || !can(viewer, 'draft.read', found.thing)) throw new AppError('not-found', 'There is no such draft.')
    const entry = await findEntryById(q, found.draft.entryId)
    if (!entry) throw new AppError('not-found', 'There is no such draft.')
    return {
      entryId: entry.id,
      kind: entry.kind,
      draftId: found.draft.id,
      draft: found.thing,
      version: null,
      currentVersion: null,
    }
  }
  const entry = input.entry && (await findEntry(q, input.entry.kind, input.entry.slug))
  // An entry that was never published is known through its draft alone.
  if (entry?.currentVersion == null) throw new AppError('not-found', 'There is no such published entry.')
  const { id: entryId, kind, currentVersion } = entry
  if (input.version !== undefined && !(Number.isInteger(input.version) && input.version >= 1)) {
    throw new AppError('bad-input', 'A version is named by a whole number from 1 on.', 'version')
  }
  const version = input.version !== undefined && input.version < currentVersion ? input.version : currentVersion
  return { entryId, kind, draftId: null, draft: null, version, currentVersion }
}

function checkKind(kind: string): ThreadKind {
  const known = threadKinds.find((one) => one === kind)
  if (!known) throw new AppError('bad-input', `Choose what the thread is about: ${threadKinds.join(', ')}.`, 'kind')
  return known
}

function checkHeader(kind: ThreadKind, header: Record<string, string>): Record<string, string> {
  const written = headerFieldsOf(kind).map(({ id, label }) => {
    const rule = { field: id, label: `“${label}”`, limit: 'headerField', optional: true } as const
    return [id, checkText(header[id], rule)] as const
  })
  return Object.fromEntries(written.filter(([, text]) => text.trim() !== ''))
}

function checkPlace(entryKind: EntryKind, place: string, kind: ThreadKind): void {
  if (fitsPlace(entryKind, place, kind)) return
  const label = placeLabel(entryKind, place)
  const detail =
    label === null
      ? `A ${entryKind} has no place called “${place.slice(0, 80)}”. Choose one from the list.`
      : isHearing(kind)
        ? `A ${threadKindLabels[kind].toLowerCase()} stands at its own section, and only where the entry has one.`
        : `A ${entryKind} declares no relations. Choose another kind of thread.`
  throw new AppError('bad-input', detail, 'place')
}

/** @throws AppError `conflict` naming the open hearing. */
export async function refuseSecondHearing(
  q: Q,
  about: { draftId: string | null; entryId: string },
  kind: 'falsification' | 'threshold',
): Promise<void> {
  const open = await findOpenHearing(q, about, kind)
  if (!open) return
  throw new AppError(
    'conflict',
    `A hearing of this kind is open already: “${open.title}” (/threads/${open.id}). Argue there, or resolve it first.`,
    'kind',
  )
}
