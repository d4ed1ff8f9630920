import type { NotificationRow } from '../../../db/queries/notifications.ts'
import type { NotifiedDraft } from '../../../db/queries/notified.ts'
import {
  countObjectionsOpen,
  findDraftsFor,
  findHolds,
  findObjections,
  findSuggestions,
} from '../../../db/queries/notified.ts'
import type { Q } from '../../../db/store.ts'
import { roleLabels } from '../../../domain/drafts/roles.ts'
import { mayRead } from '../../../domain/notifications/audience.ts'
import { kinds } from '../../../domain/notifications/kinds.ts'
import type { Settlement } from '../../../domain/notifications/settlement.ts'
import { settlementOf } from '../../../domain/notifications/settlement.ts'
import { dispositionLabels, isShownTo } from '../../../domain/objections/rules.ts'
import { dayOf } from '../../../domain/text/day.ts'
import { excerpt } from '../../../domain/text/excerpt.ts'
import { placeLabel } from '../../../domain/threads/place.ts'
import type { Look, Looking, Sight } from '../look.ts'
import { lineLength, sights } from '../look.ts'
import { isOfReview, reviewsFor } from './reviews.ts'

/** What is shown under a draft, where its reader may see that; null where not. */
function onDraft(
  { kind }: NotificationRow,
  found: NotifiedDraft | undefined,
  { viewer }: Looking,
  seen: Pick<Sight, 'href' | 'line' | 'settlement'> & { due?: number | null },
): Sight | null {
  if (!found || !mayRead(kinds[kind], viewer, found.thing)) return null
  const { href, line, settlement, due = null } = seen
  return { title: found.draft.title, noun: 'Draft', href, line: excerpt(line, lineLength), due, settlement }
}

/** Finds what a notification is about, with the draft that belongs to. */
async function withDrafts<Row extends { id: string; draftId: string | null }>(
  q: Q,
  all: readonly Row[],
  { viewer }: Looking,
) {
  const rows = new Map(all.map((row) => [row.id, row]))
  const drafts = await findDraftsFor(
    q,
    all.map(({ draftId }) => draftId),
    viewer.actorId,
  )
  return (ref: string) => {
    const found = rows.get(ref)
    return { found, draft: found && drafts.get(found.draftId) }
  }
}

/** Suggestions for drafts. */
export const lookAtSuggestions: Look = async (q, rows, looking) => {
  const all = await findSuggestions(
    q,
    rows.map(({ ref }) => ref),
  )
  const find = await withDrafts(q, all, looking)
  return sights(rows, (row) => {
    const { found: suggestion, draft } = find(row.ref)
    if (!suggestion || !draft) return null
    const { state, authorId, madeBy, draftId, decisionReason, reason } = suggestion
    const isOpen = state === 'open'
    const words = row.kind === 'suggestion' || row.kind === 'carried' ? reason : (decisionReason ?? 'No reason given.')
    return onDraft(row, draft, looking, {
      href: `/drafts/${draftId}/suggestions${isOpen ? '' : '?which=ended'}#s-${suggestion.id}`,
      line: `${placeLabel(draft.draft.kind, suggestion.place) ?? suggestion.place}: ${words}`,
      settlement:
        row.kind === 'suggestion'
          ? settlementOf(row.kind, looking.viewer, { state, authorId, madeBy, draft: draft.thing }, looking.now)
          : 'told',
    })
  })
}

/** Objections to drafts. */
export const lookAtObjections: Look = async (q, rows, looking) => {
  const all = await findObjections(
    q,
    rows.map(({ ref }) => ref),
  )
  const find = await withDrafts(q, all, looking)
  return sights(rows, (row) => {
    const { found: objection, draft } = find(row.ref)
    if (!objection || !draft || !isShownTo(objection, looking.viewer.actorId)) return null
    const { disposition, ownerId, sealed, reason, text } = objection
    // Who answers it, and does not stand in for its owner; the page asks that again.
    const facts = { disposition, ownerId, standInId: null, sealed, draft: draft.thing }
    const answer = `${dispositionLabels[disposition]}${reason ? `: ${reason}` : '.'}`
    return onDraft(row, draft, looking, {
      href: `/drafts/${draft.draft.id}/threads#objection-${objection.id}`,
      line: row.kind === 'objection' || disposition === 'open' ? text : answer,
      settlement: row.kind === 'objection' ? settlementOf(row.kind, looking.viewer, facts, looking.now) : 'told',
    })
  })
}

/** Holds on drafts. */
export const lookAtHolds: Look = async (q, rows, looking) => {
  const all = await findHolds(
    q,
    rows.map(({ ref }) => ref),
  )
  const find = await withDrafts(q, all, looking)
  return sights(rows, (row) => {
    const { found: hold, draft } = find(row.ref)
    if (!hold) return null
    const lifted = hold.liftReason ?? 'A ballot may be opened again.'
    return onDraft(row, draft, looking, {
      href: `/drafts/${hold.draftId}/threads#hold-${hold.id}`,
      line: row.kind === 'hold' ? `To the end of ${dayOf(hold.until - 1)} (UTC): ${hold.reason}` : lifted,
      settlement: 'told',
    })
  })
}

/** Drafts as a whole. */
export const lookAtDrafts: Look = async (q, rows, looking) => {
  const ids = rows.map(({ ref }) => ref)
  const drafts = await findDraftsFor(q, ids, looking.viewer.actorId)
  const objections = await countObjectionsOpen(q, ids)
  const review = await reviewsFor(q, rows, looking)
  return sights(rows, (row) => {
    const draft = drafts.get(row.ref)
    if (!draft) return null
    if (isOfReview(row.kind)) return onDraft(row, draft, looking, review(row, row.kind, draft.thing))
    const open = objections.get(row.ref) ?? 0
    return onDraft(row, draft, looking, {
      href: hrefOf(row),
      line: lineOf(row, draft, open),
      settlement: settled(row, draft, open, looking),
    })
  })
}

function hrefOf({ kind, ref }: NotificationRow): string {
  if (kind === 'ready' || kind === 'plan-refused') return `/moderation/${ref}/publish`
  if (kind === 'forked') return `/drafts/${ref}#forks`
  return kind === 'draft-blocked' ? `/drafts/${ref}/threads#objections` : `/drafts/${ref}`
}

function lineOf({ kind }: NotificationRow, { thing }: NotifiedDraft, objections: number): string {
  switch (kind) {
    case 'invited':
      return thing.memberRole === null
        ? 'You have no role in it any more.'
        : `Your role: ${roleLabels[thing.memberRole]}.`
    case 'draft-begun':
      return 'Read it, and say what it should answer.'
    case 'forked':
      return 'Compare the two part by part, and take over what is better.'
    case 'plan-refused':
      return 'A requirement did not hold at its time; its page says which.'
    case 'ready':
      return 'A ballot adopted it. A moderator publishes it.'
    case 'draft-blocked':
      return objections === 1 ? 'One objection is open.' : `${objections} objections are open.`
    case 'draft-returned':
      return 'Take it back to writing, or withdraw it.'
    default:
      return 'It waits to be published.'
  }
}

function settled(
  { kind }: NotificationRow,
  { thing: draft }: NotifiedDraft,
  objections: number,
  { viewer, now }: Looking,
): Settlement | 'told' {
  if (kind === 'draft-returned') return settlementOf(kind, viewer, draft, now)
  if (kind === 'draft-blocked' || kind === 'ready') return settlementOf(kind, viewer, { draft, objections }, now)
  return 'told'
}
