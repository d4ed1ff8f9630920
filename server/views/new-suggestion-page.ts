import { findActorName } from '../../db/queries/actors.ts'
import type { DraftRow } from '../../db/queries/drafts.ts'
import { findContribution } from '../../db/queries/threads.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import type { EntryContent } from '../../domain/entries/kinds.ts'
import type { Block } from '../../domain/prose/tree.ts'
import { partHash, readPart, suggestPlace, typedPart, writePart } from '../../domain/suggestions/place.ts'
import { placeLabel, placesOf } from '../../domain/threads/place.ts'
import type { Deps } from '../deps.ts'
import { AppError } from '../errors.ts'
import { readableDraft } from '../usecases/drafts/draft-for.ts'
import { draftAgainst } from '../usecases/drafts/two-drafts.ts'
import { loadThread } from '../usecases/threads/thread-access.ts'
import { draftOptions } from './draft-options.ts'
import type { WordingControl } from './suggestion-view.ts'
import { wordingControl } from './suggestion-view.ts'

export interface NewSuggestionPage {
  draft: { id: string; title: string }
  /** Where a suggestion may stand. */
  places: { place: string; label: string }[]
  /** Null until a place is chosen. */
  chosen: {
    place: string
    label: string
    control: WordingControl
    /** What stands there now: prose as blocks, anything else in words. */
    present: Block[] | string
    /** What the form begins with. */
    text: string
    seen: string
  } | null
  /** The posted rewording that it takes up. */
  from: { id: string; author: string } | null
  underBallot: boolean
}

/**
 * The form for a suggestion.
 *
 * @param ask the place, and a contribution or another draft of the entry whose words are taken up.
 * @throws AppError `signed-out`, `not-found`, `not-allowed`.
 */
export async function newSuggestionPage(
  deps: Deps,
  viewer: Viewer | null,
  draftId: string,
  ask: { place?: string | undefined; from?: string | undefined; fork?: string | undefined },
): Promise<NewSuggestionPage> {
  const q = deps.store.read
  const { draft, thing } = await readableDraft(q, viewer, draftId)
  if (!viewer) throw new AppError('signed-out', 'Sign in to suggest a wording.')
  if (!can(viewer, 'suggestion.make', thing)) {
    throw new AppError('not-allowed', 'Suggesting needs the right to comment, and a draft that is not decided yet.')
  }
  const [{ content }, { options }, taken] = await Promise.all([
    deps.collab.readDraft(draftId),
    draftOptions(deps, draft.kind),
    takenUp(deps, viewer, draftId, ask.from),
  ])
  const places = placesOf(draft.kind)
    .filter((place) => suggestPlace(draft.kind, place) !== null)
    .map((place) => ({ place, label: placeLabel(draft.kind, place) ?? place }))
  const at = suggestPlace(draft.kind, ask.place ?? '')
  const present = at && readPart(content, at)
  const other = at && ask.fork ? readPart(await contentOf(deps, viewer, draft, ask.fork), at) : null
  return {
    draft: { id: draft.id, title: content.title },
    places,
    chosen:
      at === null || present === null
        ? null
        : {
            place: ask.place ?? '',
            label: at.label,
            control: wordingControl(at, options),
            present: Array.isArray(present) ? present : inWords(writePart(present), wordingControl(at, options)),
            text: writePart(taken ? typedPart(at, taken.text) : (other ?? present)),
            seen: partHash(present),
          },
    from: taken && { id: taken.id, author: taken.author },
    underBallot: draft.state === 'ballot-open',
  }
}

/** What another draft of the entry says. */
async function contentOf(deps: Deps, viewer: Viewer, draft: DraftRow, otherId: string): Promise<EntryContent> {
  const other = await draftAgainst(deps.store.read, viewer, draft, otherId)
  return (await deps.collab.readDraft(other.draft.id)).content
}

function inWords(value: string, control: WordingControl): string {
  if (control.type !== 'choice') return value
  return control.options.find(({ id }) => id === value)?.label ?? value
}

async function takenUp(
  deps: Deps,
  viewer: Viewer,
  draftId: string,
  id: string | undefined,
): Promise<{ id: string; text: string; author: string } | null> {
  const q = deps.store.read
  const contribution = id ? await findContribution(q, id) : undefined
  if (!contribution || contribution.deletedAt !== null) return null
  const { thread } = await loadThread(q, viewer, contribution.threadId)
  if (thread.draftId !== draftId) return null
  const { text, authorId } = contribution
  return { id: contribution.id, text, author: await findActorName(q, authorId) }
}
