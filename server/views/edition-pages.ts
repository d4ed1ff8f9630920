import type { EditionRow } from '../../db/queries/editions.ts'
import {
  editionBefore,
  findEdition,
  latestEdition,
  listEditionContents,
  listEditions,
} from '../../db/queries/editions.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import type { CitedEdition } from '../../domain/citing/cite-edition.ts'
import type { EntryKind } from '../../domain/entries/kinds.ts'
import { entryKinds, kindPath, kinds } from '../../domain/entries/kinds.ts'
import { changesBetween, suggestedName } from '../../domain/publishing/editions.ts'
import { shortHash } from '../../domain/record/hash.ts'
import { dayOf } from '../../domain/text/day.ts'
import type { Deps } from '../deps.ts'
import { AppError } from '../errors.ts'
import { siteUrl } from '../site-url.ts'
import { byKindAndTitle } from './atlas-index.ts'
import { atlasName } from './citation.ts'
import { pageOf } from './paging.ts'
import { choicesHref, isPageNumber, readChoices } from './read-choices.ts'

const onPage = 200
/** Of each sort of change so many are named. */
const mostChanges = 100

function mayRead(viewer: Viewer | null): void {
  if (!can(viewer, 'atlas.read', null)) throw new AppError('signed-out', 'Sign in to read the atlas.')
}

/** All editions, newest first, and for who may make one how the next would be called. */
export async function editionsPage(deps: Deps, viewer: Viewer | null) {
  mayRead(viewer)
  const editions = await listEditions(deps.store.read)
  const names = editions.map(({ name }) => name)
  return {
    editions: editions.map(({ name, note, hash, at, entries }, i) => ({
      name,
      note,
      shortHash: shortHash(hash),
      at,
      entries,
      inForce: i === 0,
    })),
    suggested: can(viewer, 'edition.publish', null) ? suggestedName(deps.now(), names) : null,
  }
}

/**
 * One edition: how it is cited, what it changed, and a page of what it holds.
 *
 * @param search as in `location.search`: `kind`, `page`.
 * @throws AppError `not-found`.
 */
export async function editionPage(
  deps: Deps,
  viewer: Viewer | null,
  { name, search }: { name: string; search: string },
) {
  const { edition, contents, before, changes, inForce } = await readEdition(deps, viewer, name)
  const { chosen, dropped } = readChoices(search, { kind: isKind, page: isPageNumber })
  const path = `/editions/${name}`
  const wanted = chosen.kind ? contents.filter(({ kind }) => kind === chosen.kind) : contents
  const { note, hash, at } = edition
  return {
    ...{ name, note, hash, at },
    inForce,
    entries: contents.length,
    cited: cited(edition, siteUrl(deps.env)),
    kind: chosen.kind ?? null,
    kinds: entryKinds.flatMap((kind) => {
      const n = contents.filter((entry) => entry.kind === kind).length
      return n > 0 ? [{ kind, label: kinds[kind].plural, n, href: choicesHref(path, { kind }) }] : []
    }),
    contents: pageOf(wanted.map(shown), chosen.page, onPage, (page) => choicesHref(path, { kind: chosen.kind, page })),
    dropped,
    before: before?.name ?? null,
    changes: changes && {
      added: some(changes.added.map(shown)),
      revised: some(changes.revised.map(({ entry, before }) => ({ ...shown(entry), before }))),
      gone: some(changes.gone.map(shown)),
    },
  }
}

export type EditionPage = Awaited<ReturnType<typeof editionPage>>

/** The whole edition for programs, as its hash is taken. @throws AppError `not-found`. */
export async function editionJson(deps: Deps, viewer: Viewer | null, name: string) {
  const { edition, contents, before, changes } = await readEdition(deps, viewer, name)
  const place = ({ kind, slug, n }: Held) => ({ kind, id: slug, version: n })
  return {
    name,
    note: edition.note,
    publishedAt: new Date(edition.at).toISOString(),
    hash: edition.hash,
    before: before?.name ?? null,
    changes: changes && {
      new: changes.added.map(place),
      revised: changes.revised.map(({ entry, before }) => ({ ...place(entry), before })),
      withdrawn: changes.gone.map(place),
    },
    entries: contents.map(({ kind, slug, title, n, contentHash }) => ({
      kind,
      id: slug,
      title,
      version: n,
      contentHash,
      links: { page: `/${kindPath[kind]}/${slug}/v/${n}`, api: `/api/v1/entries/${kind}/${slug}/versions/${n}` },
    })),
  }
}

/** How an edition is cited. @throws AppError `not-found`. */
export async function editionCited(
  deps: Deps,
  viewer: Viewer | null,
  { name, origin }: { name: string; origin: string },
): Promise<CitedEdition> {
  mayRead(viewer)
  return cited(await found(deps, name), origin)
}

type Held = Awaited<ReturnType<typeof listEditionContents>>[number]

async function readEdition(deps: Deps, viewer: Viewer | null, name: string) {
  mayRead(viewer)
  const q = deps.store.read
  const edition = await found(deps, name)
  const contents = (await listEditionContents(q, edition.id)).sort(byKindAndTitle)
  const before = await editionBefore(q, edition)
  const changes = before && changesBetween(await listEditionContents(q, before.id), contents)
  const last = await latestEdition(q)
  return { edition, contents, before, changes: changes ?? null, inForce: last?.id === edition.id }
}

async function found(deps: Deps, name: string): Promise<EditionRow> {
  const edition = await findEdition(deps.store.read, name)
  if (!edition)
    throw new AppError('not-found', 'There is no edition of this name. All of them are listed at /editions.')
  return edition
}

function cited({ name, at, hash }: EditionRow, origin: string): CitedEdition {
  return { atlas: atlasName, name, date: dayOf(at), url: `${origin}/editions/${name}`, hash }
}

function shown({ kind, slug, title, n }: Held) {
  return { key: `${kind}/${slug}`, kindLabel: kinds[kind].label, title, n, href: `/${kindPath[kind]}/${slug}/v/${n}` }
}

function some<T>(all: readonly T[]): { total: number; items: T[] } {
  return { total: all.length, items: all.slice(0, mostChanges) }
}

function isKind(value: string): value is EntryKind {
  return entryKinds.some((kind) => kind === value)
}
