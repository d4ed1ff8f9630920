import { listOpenHearings } from '../../db/queries/deliberation.ts'
import { listWorkshops } from '../../db/queries/workshops.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import { isBlank } from '../../domain/prose/tree.ts'
import type { Deps } from '../deps.ts'
import { arguedNow } from './overview.ts'
import { readableAtlas } from './readable-atlas.ts'

export interface TourStop {
  n: number
  of: number
  title: string
  words: string
  /** The next stop, or where the tour ends. */
  next: { href: string; words: string }
  /** The page without the tour. */
  leave: string
}

/** So many of the hearings that are open are looked at. */
const mostHearings = 6

interface Stop {
  path: string
  anchor?: string
  title: string
  words: string
}

/**
 * The stop of the tour that somebody is at: four real pages that they may read, or the help about one where there is
 * no such page for them now.
 *
 * @param at the stop as the address says it, from 1; null for a number that is none.
 */
export async function tourStop(deps: Deps, viewer: Viewer | null, at: string): Promise<TourStop | null> {
  const stops = await stopsOf(deps, viewer)
  const n = Number(at)
  const stop = stops[n - 1]
  if (!stop) return null
  const following = stops[n]
  return {
    n,
    of: stops.length,
    title: stop.title,
    words: stop.words,
    next: following
      ? { href: addressOf(following, n + 1), words: `Next: ${following.title.toLowerCase()}` }
      : { href: '/welcome', words: 'Where do you want to begin?' },
    leave: stop.path,
  }
}

/** Where the tour begins. */
export async function tourStart(deps: Deps, viewer: Viewer | null): Promise<{ href: string }> {
  return { href: addressOf(await firstStop(deps, viewer), 1) }
}

function addressOf({ path, anchor }: Stop, n: number): string {
  return `${path}?tour=${n}${anchor ? `#${anchor}` : ''}`
}

async function stopsOf(deps: Deps, viewer: Viewer | null): Promise<[Stop, Stop, Stop, Stop]> {
  const [first, { drafts, ballots }, workshop] = await Promise.all([
    firstStop(deps, viewer),
    arguedNow(deps, viewer),
    lastWorkshop(deps, viewer),
  ])
  const draft = drafts.find(({ href }) => href.startsWith('/drafts/'))
  const ballot = ballots.find(({ href }) => href.startsWith('/ballots/'))
  return [
    first,
    {
      path: draft?.href ?? '/help/write-in-a-draft',
      title: 'A text that is being written',
      words: 'Several people write one draft at the same time. Nothing of it is published until a ballot adopts it.',
    },
    {
      path: ballot?.href ?? '/help/how-decisions-are-made',
      title: 'A decision',
      words:
        'The text is frozen when the ballot opens. Results are hidden until it closes; then anybody can recount it.',
    },
    {
      path: workshop ?? '/help/join-a-workshop',
      title: 'A room that works together',
      words: 'Workshops bring ten to two hundred people to one draft, with a phone each and a screen on the wall.',
    },
  ]
}

/** A strategy whose signal is being argued, or any that has one. The first page asks for this stop alone. */
async function firstStop(deps: Deps, viewer: Viewer | null): Promise<Stop> {
  const [hearings, index] = await Promise.all([
    listOpenHearings(deps.store.read, mostHearings),
    readableAtlas(deps, viewer),
  ])
  const signalled = index.byKind('strategy').filter(({ content }) => !isBlank(content.sections.falsification))
  const strategy = signalled.find(({ title }) => hearings.some(({ entry }) => entry.title === title)) ?? signalled[0]
  return {
    path: strategy ? `/strategies/${strategy.slug}` : '/help/read-an-entry',
    ...(strategy && { anchor: 'falsification' }),
    title: 'What would prove a bet wrong',
    words:
      'Every strategy says in advance what should end support for it. Beside the words is the argument about them: could anybody observe this, and until when?',
  }
}

async function lastWorkshop(deps: Deps, viewer: Viewer | null): Promise<string | null> {
  if (!viewer || !can(viewer, 'workshop.list', null)) return null
  const [last] = await listWorkshops(deps.store.read, viewer.actorId, 1)
  return last ? `/workshops/${last.workshop.id}` : null
}
