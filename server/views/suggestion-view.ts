import type { SuggestionRow } from '../../db/queries/suggestions.ts'
import type { DraftThing } from '../../domain/access/policy.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import type { Comparison } from '../../domain/compare/contents.ts'
import { compareContents } from '../../domain/compare/contents.ts'
import type { NameOf } from '../../domain/compare/fields.ts'
import type { EntryContent, EntryKind } from '../../domain/entries/kinds.ts'
import type { Option, Options } from '../../domain/entries/options.ts'
import { mergedPart } from '../../domain/suggestions/merge.ts'
import type { PartContent, SuggestPlace } from '../../domain/suggestions/place.ts'
import { contentOfPart, partHash, readPart, suggestPlace, writePart } from '../../domain/suggestions/place.ts'
import { isStale } from '../../domain/suggestions/rules.ts'
import type { SuggestionState } from '../../domain/suggestions/words.ts'
import type { HiddenWords } from './hidden-words.ts'

/** How a wording is typed: prose as Markdown, a line or two of text, or one of several values. */
export type WordingControl = { type: 'prose' | 'line' | 'lines' } | { type: 'choice'; options: Option[] }

export interface SuggestionView {
  id: string
  place: string
  label: string
  state: SuggestionState
  reason: string
  author: string
  /** Who suggested it, where that is not its author. */
  madeBy: string | null
  mine: boolean
  threadId: string | null
  createdAt: number
  /** From what its base said to what it proposes. */
  change: Comparison
  /** What others made of its base meanwhile; null while the base still stands. */
  meanwhile: Comparison | null
  /** What an editor begins with: the proposal, or a text that holds both changes. */
  text: string
  /** That text holds both changes. */
  merged: boolean
  /** Hash of what stands there now. */
  seen: string
  control: WordingControl
  decidedBy: string | null
  decidedAt: number | null
  decisionReason: string | null
  /** From the proposal to what went in; null unless it was edited. */
  edits: Comparison | null
  /** Its words are hidden; null for shown ones. */
  hidden: HiddenWords | null
  mayFlag: boolean
  mayDecide: boolean
  mayChange: boolean
}

export interface SuggestionFrame {
  kind: EntryKind
  draft: DraftThing
  content: EntryContent
  options: Options
  nameOf: NameOf
  names: ReadonlyMap<string, string>
  viewer: Viewer | null
  /** By their names, as in `suggestion/<id>`. */
  hidden: ReadonlyMap<string, HiddenWords>
}

/** A suggestion beside what its place says now; null for a place that the kind no longer has. */
export function suggestionView(row: SuggestionRow, frame: SuggestionFrame): SuggestionView | null {
  const { kind, draft, content, nameOf, names, viewer } = frame
  const place = suggestPlace(kind, row.place)
  if (!place) return null
  const present = readPart(content, place)
  const compare = (before: PartContent, after: PartContent) =>
    compareContents(contentOfPart(kind, place, before), contentOfPart(kind, place, after), nameOf)
  const { state, authorId, madeBy } = row
  const stale = state === 'open' && isStale(row, present)
  const merged = stale ? mergedPart(row.base, present, row.proposed) : null
  const thing = { state, authorId, madeBy, draft }
  const kept = frame.hidden.get(`suggestion/${row.id}`) ?? null
  return {
    id: row.id,
    place: row.place,
    label: place.label,
    state,
    reason: row.reason,
    author: names.get(authorId) ?? '',
    madeBy: madeBy === authorId ? null : (names.get(madeBy) ?? ''),
    mine: viewer !== null && (authorId === viewer.actorId || madeBy === viewer.actorId),
    threadId: row.threadId,
    createdAt: row.createdAt,
    change: compare(row.base, row.proposed),
    meanwhile: stale ? compare(row.base, present) : null,
    text: writePart(merged ?? row.proposed),
    merged: merged !== null,
    seen: partHash(present),
    control: wordingControl(place, frame.options),
    decidedBy: row.decidedBy === null ? null : (names.get(row.decidedBy) ?? ''),
    decidedAt: row.decidedAt,
    decisionReason: row.decisionReason,
    edits: row.adopted === null ? null : compare(row.proposed, row.adopted),
    hidden: kept,
    mayFlag: kept === null && state === 'open' && madeBy !== viewer?.actorId && can(viewer, 'thing.flag', null),
    mayDecide: kept === null && can(viewer, 'suggestion.decide', thing),
    mayChange: kept === null && can(viewer, 'suggestion.own', thing),
  }
}

export function wordingControl(place: SuggestPlace, options: Options): WordingControl {
  if (place.type === 'section') return { type: 'prose' }
  const { field } = place
  if (field.type === 'text') return { type: field.long ? 'lines' : 'line' }
  if (field.type === 'choice') return { type: 'choice', options: options[field.options] ?? [] }
  return {
    type: 'choice',
    options: [
      { id: 'yes', label: 'Yes' },
      { id: 'no', label: 'No' },
    ],
  }
}
