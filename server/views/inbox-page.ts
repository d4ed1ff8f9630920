import { listDrafts, toDraftThing } from '../../db/queries/drafts.ts'
import { listChosenVolumes } from '../../db/queries/watches.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import type { Group } from '../../domain/notifications/inbox.ts'
import type { Volume } from '../../domain/notifications/kinds.ts'
import { whyLine } from '../../domain/notifications/kinds.ts'
import type { Settlement } from '../../domain/notifications/settlement.ts'
import type { Deps } from '../deps.ts'
import { AppError } from '../errors.ts'
import type { Shown } from './read-inbox.ts'
import { readInbox } from './read-inbox.ts'

export const inboxTabs = ['needs', 'watching', 'done'] as const
export type InboxTab = (typeof inboxTabs)[number]

/** Things on the page; more are said by number. */
const mostGroups = 50

export interface InboxItem {
  key: string
  why: string
  line: string
  href: string
  at: number
  settlement: Settlement | 'told'
}

export interface InboxGroup {
  thing: string
  title: string
  noun: string
  /** Where its newest item leads that waits, or else its newest. */
  href: string
  at: number
  /** The nearest end of what waits. */
  due: number | null
  /** When it comes back; null unless it is snoozed. */
  until: number | null
  items: InboxItem[]
  /** What the reader chose to hear of it; null where they chose nothing. */
  volume: Volume | null
  /** Some of it was put away by hand, and would stand open again. */
  mayPutBack: boolean
}

export interface InboxPage {
  tab: InboxTab
  counts: { needs: number; watching: number }
  groups: InboxGroup[]
  /** Things of this tab that are not listed. */
  more: number
  snoozed: InboxGroup[]
  /** Drafts in review that others own; null where it is not said. */
  inReview: number | null
  /** What came later was not on the page. */
  seen: number
  suspended: boolean
}

/** The inbox of who asks. @param tab as in the address. @throws AppError `signed-out`. */
export async function inboxPage(deps: Deps, viewer: Viewer | null, tab: string | null): Promise<InboxPage> {
  if (!viewer || !can(viewer, 'account.own', null)) throw new AppError('signed-out', 'Sign in to see your inbox.')
  const now = deps.now()
  const chosen = inboxTabs.find((one) => one === tab) ?? 'needs'
  const page: InboxPage = {
    tab: chosen,
    counts: { needs: 0, watching: 0 },
    groups: [],
    more: 0,
    snoozed: [],
    inReview: null,
    seen: now,
    suspended: viewer.suspended,
  }
  if (viewer.suspended) return page
  const q = deps.store.read
  const inbox = await readInbox(q, { viewer, now }, chosen === 'done' ? 'all' : 'open')
  const shown = inbox[chosen].slice(0, mostGroups)
  const asleep = chosen === 'needs' ? inbox.snoozed.slice(0, mostGroups) : []
  const volumes = await listChosenVolumes(
    q,
    viewer.actorId,
    [...shown, ...asleep].map(({ thing }) => thing),
  )
  const view = (group: Group<Shown>) => groupView(group, volumes.get(group.thing) ?? null, now)
  return {
    ...page,
    counts: { needs: inbox.needs.length, watching: inbox.watching.length },
    groups: shown.map(view),
    more: inbox[chosen].length - shown.length,
    snoozed: asleep.map(view),
    inReview: chosen === 'needs' && shown.length === 0 ? await countInReview(deps, viewer) : null,
  }
}

/** How many things need this person now; what the frame of every page says. */
export async function inboxCount(deps: Deps, viewer: Viewer | null): Promise<number> {
  if (!viewer || viewer.suspended) return 0
  const { needs } = await readInbox(deps.store.read, { viewer, now: deps.now() }, 'needs')
  return needs.length
}

function groupView({ thing, at, items }: Group<Shown>, volume: Volume | null, now: number): InboxGroup {
  const [first = null] = [...items.filter(({ settlement }) => settlement === 'waits'), ...items]
  const dues = items.flatMap(({ sight }) => (sight.settlement === 'waits' && sight.due !== null ? [sight.due] : []))
  const asleep = items.flatMap(({ snoozedUntil }) =>
    snoozedUntil !== null && snoozedUntil > now ? [snoozedUntil] : [],
  )
  return {
    thing,
    at,
    title: first?.sight.title ?? '',
    noun: first?.sight.noun ?? '',
    href: first?.sight.href ?? '',
    due: dues.length > 0 ? Math.min(...dues) : null,
    until: asleep.length > 0 ? Math.min(...asleep) : null,
    items: items.map(itemView),
    volume,
    mayPutBack: items.some(({ doneAt, settlement }) => doneAt !== null && settlement !== 'answered'),
  }
}

function itemView({ row, by, sight }: Shown): InboxItem {
  const { key, kind, count, at } = row
  const { line, href, settlement } = sight
  return { key, why: whyLine(kind, { by, count }), line, href, at, settlement }
}

async function countInReview(deps: Deps, viewer: Viewer): Promise<number | null> {
  if (!can(viewer, 'draft.list', null)) return null
  const rows = await listDrafts(deps.store.read, { actorId: viewer.actorId })
  return rows.filter(
    ({ draft, memberRole }) =>
      draft.state === 'in-review' &&
      draft.ownerId !== viewer.actorId &&
      can(viewer, 'draft.find', toDraftThing(draft, memberRole)),
  ).length
}
