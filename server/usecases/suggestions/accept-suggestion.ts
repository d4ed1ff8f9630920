import type * as Y from 'yjs'
import { readContent } from '../../../collab/doc-shape.ts'
import { replaceSection } from '../../../collab/replace-section.ts'
import { setField } from '../../../collab/set-field.ts'
import type { SuggestionRow } from '../../../db/queries/suggestions.ts'
import { updateSuggestion } from '../../../db/queries/suggestions.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import type { EntryKind } from '../../../domain/entries/kinds.ts'
import type { PartContent, SuggestPlace } from '../../../domain/suggestions/place.ts'
import { partHash, readPart } from '../../../domain/suggestions/place.ts'
import { decideAccept } from '../../../domain/suggestions/rules.ts'
import { checkText } from '../../check-text.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { recordEvent } from '../../record/record-event.ts'
import { presentRights } from '../accounts/present-rights.ts'
import { refuseWithheld } from '../moderation/refuse-withheld.ts'
import { signedIn } from '../threads/thread-access.ts'
import type { LoadedSuggestion } from './suggestion-access.ts'
import {
  changedMeanwhile,
  loadSuggestion,
  mayDecide,
  suggestionEvents,
  touchForSuggestion,
} from './suggestion-access.ts'
import { typedProposal } from './typed-proposal.ts'

export interface AcceptSuggestion {
  suggestionId: string
  /** Other words than proposed: *edit and accept*. */
  text?: string | undefined
  /** Hash of the part that the writer had before them; needed to put words in where the base has changed ([G6]). */
  seen?: string | undefined
  /** What may be said to its author; may be left out. */
  reason?: string | undefined
}

/**
 * Puts a suggestion into the draft through the document's log ([G4]–[G6], [G9]).
 *
 * The text goes in first and the row follows. Should the process end between the two, the suggestion is still open
 * and stands in the text: accepting it again only notes that.
 *
 * @throws AppError `conflict` when it has ended, or the place has changed; `bad-input` (text, reason), `not-found`,
 * `gone`, `not-allowed`, `signed-out`.
 */
export async function acceptSuggestion(
  deps: Deps,
  viewer: Viewer | null,
  input: AcceptSuggestion,
): Promise<{ draftId: string; edited: boolean }> {
  const asking = signedIn(viewer)
  const reason = checkText(input.reason, { field: 'reason', label: 'the reason', limit: 'reason', optional: true })
  const loaded = await loadSuggestion(deps.store.read, asking, input.suggestionId)
  mayDecide(asking, loaded)
  await refuseWithheld(deps.store.read, `suggestion/${input.suggestionId}`)
  const { suggestion, draft, place } = loaded
  const own = input.text === undefined ? null : await typedProposal(deps, draft.kind, place, input.text)
  const edited = own !== null && partHash(own) !== partHash(suggestion.proposed)

  const at = edited
    ? await putEdited(deps, asking, loaded, own, input.seen)
    : await put(deps, loaded, suggestion.authorId, (present) => putAsProposed(suggestion, present))

  await deps.store.tx(async (q) => {
    const by = await presentRights(q, asking)
    const now = deps.now()
    await updateSuggestion(q, suggestion.id, {
      // Whatever somebody else decided in this moment: it stands in the text.
      state: edited ? 'edited' : 'accepted',
      adopted: edited ? own : null,
      decidedBy: by.actorId,
      decidedAt: now,
      decisionReason: reason === '' ? null : reason,
      docSeq: at.seq,
      docGeneration: draft.generation,
      updatedAt: now,
    })
    await recordEvent(deps, q, {
      type: 'suggestion.accepted',
      subject: `draft/${draft.id}`,
      payload: {
        by: by.actorId,
        suggestion: suggestion.id,
        author: suggestion.authorId,
        place: suggestion.place,
        edited,
        docGeneration: draft.generation,
        docSeq: at.seq,
        text: partHash(own ?? suggestion.proposed),
      },
      ...(reason === '' ? {} : { leaf: { reason } }),
    })
    await touchForSuggestion(q, draft, loaded.thing.draft)
  })
  deps.live.publish(suggestionEvents(suggestion, 'suggestion.accepted'))
  return { draftId: draft.id, edited }
}

/** @returns what to write; null where it stands already. @throws AppError `conflict`. */
function putAsProposed(suggestion: SuggestionRow, present: PartContent): PartContent | null {
  const decision = decideAccept(suggestion, present)
  if (decision === 'stands-already') return null
  if (decision === 'put-in') return suggestion.proposed
  throw new AppError(
    'conflict',
    'The text has changed since this was suggested. Look at all three texts, then accept it with your own words.',
  )
}

/**
 * Words of a writer instead of the proposed ones. Where the base still stands, the proposal goes in first under its
 * author's name and the writer's edits follow, so that each word is its author's.
 */
async function putEdited(
  deps: Deps,
  by: Viewer,
  loaded: LoadedSuggestion,
  own: PartContent,
  seen: string | undefined,
): Promise<{ seq: number }> {
  const { suggestion } = loaded
  const { content } = await deps.collab.readDraft(loaded.draft.id)
  const present = readPart(content, loaded.place)
  const fresh = decideAccept(suggestion, present) !== 'stale'
  if (fresh) await put(deps, loaded, suggestion.authorId, (now) => putAsProposed(suggestion, now))
  const expected = fresh ? partHash(suggestion.proposed) : seen
  return put(deps, loaded, by.actorId, (now) => {
    if (partHash(now) !== expected) throw changedMeanwhile()
    return own
  })
}

async function put(
  deps: Deps,
  { draft, place }: LoadedSuggestion,
  actorId: string,
  decide: (present: PartContent) => PartContent | null,
): Promise<{ seq: number }> {
  return deps.collab.transact(draft.id, actorId, (doc) => {
    const part = decide(readPart(readContent(doc, draft.kind), place))
    if (part !== null) write(doc, draft.kind, place, part)
  })
}

function write(doc: Y.Doc, kind: EntryKind, place: SuggestPlace, part: PartContent): void {
  if (Array.isArray(part)) replaceSection(doc, place.id, part)
  else setField(doc, kind, place.id, part)
}
