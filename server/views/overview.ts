import { countDeliberation, listLiveDrafts, listOpenBallots, listOpenHearings } from '../../db/queries/deliberation.ts'
import { toDraftThing } from '../../db/queries/drafts.ts'
import { listEditions } from '../../db/queries/editions.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import type { EntryKind } from '../../domain/entries/kinds.ts'
import { kindPath } from '../../domain/entries/kinds.ts'
import { isBlank } from '../../domain/prose/tree.ts'
import type { Deps } from '../deps.ts'
import { ballotThing } from '../usecases/ballots/ballot-access.ts'
import type { AtlasIndex } from './atlas-index.ts'
import { consensus } from './consensus.ts'
import { leverField } from './lever-field.ts'
import { askedOf } from './my-positions.ts'
import { readableAtlas } from './readable-atlas.ts'

/** Of each sort so many are named; the total says how many there are. */
const most = 6

/** The first page: what the atlas holds, where its strategies pull, and what is argued right now. */
export async function overview(deps: Deps, viewer: Viewer | null) {
  const index = await readableAtlas(deps, viewer)
  const [edition] = await listEditions(deps.store.read)
  return {
    counts: counts(index),
    /** The edition in force; null before the first. */
    edition: edition ? { name: edition.name, at: edition.at, entries: edition.entries } : null,
    levers: leverField(index),
    consensus: consensus(index),
    now: await arguedNow(deps, viewer),
    asked: viewer ? await askedOf(deps.store.read, viewer.actorId) : [],
  }
}

export type Overview = Awaited<ReturnType<typeof overview>>

function counts(index: AtlasIndex) {
  const strategies = index.byKind('strategy')
  const written = (section: string) => strategies.filter(({ content }) => !isBlank(content.sections[section])).length
  const pairs = (kind: string) => index.pairs.filter((pair) => pair.kind === kind).length
  return {
    strategies: strategies.length,
    people: index.byKind('person').length,
    concepts: index.byKind('concept').length,
    scenarios: index.byKind('scenario').length,
    sources: index.byKind('source').length,
    levers: index.vocabulary.levers.length,
    conflicts: pairs('conflict'),
    complements: pairs('complement'),
    twins: pairs('twin'),
    withSignal: written('falsification'),
    withThreshold: written('threshold'),
  }
}

/** Signed-out readers learn which entries are under revision or vote, and no more than that. */
export async function arguedNow(deps: Deps, viewer: Viewer | null) {
  const q = deps.store.read
  const member = can(viewer, 'draft.list', null)
  const which = { published: !member, limit: most }
  const [totals, drafts, hearings, ballots] = await Promise.all([
    countDeliberation(q),
    listLiveDrafts(q, which),
    listOpenHearings(q, most),
    listOpenBallots(q, which),
  ])
  return {
    totals,
    member,
    drafts: drafts.map(({ draft, entry }) => ({
      id: draft.id,
      title: entry.title,
      state: draft.state,
      href: can(viewer, 'draft.read', toDraftThing(draft, null)) ? `/drafts/${draft.id}` : entryHref(entry),
    })),
    hearings: hearings.map(({ id, title, entry }) => ({ id, title, entry: entry.title, href: `/threads/${id}` })),
    ballots: await Promise.all(
      ballots.map(async ({ ballot, entry }) => ({
        id: ballot.id,
        title: entry.title,
        closesAt: ballot.closesAt,
        href: can(viewer, 'ballot.read', await ballotThing(q, ballot, viewer))
          ? `/ballots/${ballot.id}`
          : entryHref(entry),
      })),
    ),
  }
}

function entryHref({ kind, slug }: { kind: EntryKind; slug: string }): string {
  return `/${kindPath[kind]}/${slug}`
}
