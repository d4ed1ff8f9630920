import type { Viewer } from '../../domain/access/viewer.ts'
import { textField } from '../../domain/entries/field-values.ts'
import { csv } from '../../domain/text/csv.ts'
import type { Deps } from '../deps.ts'
import type { AtlasIndex, IndexedEntry } from './atlas-index.ts'
import { isProfiled, sourcedPositions } from './person-facts.ts'
import { choicesHref, readChoices } from './read-choices.ts'
import { readableAtlas } from './readable-atlas.ts'
import { viewJson } from './view-json.ts'

/** So many names are sent for one cell; its number says how many there are. */
const mostNamed = 40

/** So many strategies are offered to narrow the board to: those with the most people. */
const mostOffered = 40

/**
 * The board of people: expertise against recognition. Only people with a sourced position stand on it.
 *
 * @param search as in `location.search`: `strategy` narrows it to the people on one.
 */
export async function boardPage(deps: Deps, viewer: Viewer | null, search: string) {
  const index = await readableAtlas(deps, viewer)
  const { chosen, dropped } = readBoard(index, search)
  const board = boardOf(index, chosen.strategy)
  const strategy = chosen.strategy ? index.find('strategy', chosen.strategy) : undefined
  return {
    dropped,
    on: strategy ? { slug: strategy.slug, title: strategy.title } : null,
    board,
    criteria: { expertise: index.vocabulary.expertise, recognition: index.vocabulary.recognition },
    strategies: offeredStrategies(index),
    svg: choicesHref('/charts/board.svg', chosen),
    csv: choicesHref('/board.csv', chosen),
  }
}

export type BoardPage = Awaited<ReturnType<typeof boardPage>>
export type Board = BoardPage['board']

/** The board alone, for its picture. */
export async function boardGrid(deps: Deps, viewer: Viewer | null, search: string): Promise<Board> {
  const index = await readableAtlas(deps, viewer)
  return boardOf(index, readBoard(index, search).chosen.strategy)
}

/** Everybody on the board with both tiers, as comma-separated values. */
export async function boardCsv(deps: Deps, viewer: Viewer | null, search: string): Promise<string> {
  const rows = boardRows(await readableAtlas(deps, viewer), search)
  return csv(
    ['person', 'name', 'expertise', 'recognition', 'positions'],
    rows.map(({ id, name, expertise, recognition, positions }) => [id, name, expertise, recognition, positions]),
  )
}

/** The same people as programs read them. */
export async function boardJson(deps: Deps, viewer: Viewer | null, search: string) {
  return viewJson('/board', boardRows(await readableAtlas(deps, viewer), search), search)
}

function boardRows(index: AtlasIndex, search: string) {
  return onBoard(index, readBoard(index, search).chosen.strategy)
    .filter(isProfiled)
    .map((person) => ({
      id: person.slug,
      name: person.title,
      expertise: textField(person.content, 'expertise'),
      recognition: textField(person.content, 'recognition'),
      positions: sourcedPositions(person).length,
    }))
}

function readBoard(index: AtlasIndex, search: string) {
  return readChoices(search, { strategy: (slug) => index.find('strategy', slug) !== undefined })
}

/** People with at least one position that has a source, on one strategy or on any. */
function onBoard(index: AtlasIndex, strategy: string | undefined): IndexedEntry[] {
  return index
    .byKind('person')
    .filter((person) => sourcedPositions(person).some((row) => !strategy || row.strategy === strategy))
}

function boardOf(index: AtlasIndex, strategy: string | undefined) {
  const { expertise, recognition } = index.vocabulary
  const people = onBoard(index, strategy)
  const profiled = people.filter(isProfiled)
  const against = new Set(
    strategy
      ? index
          .positionsOn(strategy)
          .filter(({ stance }) => stance === 'opposes' || stance === 'evolved-away')
          .map(({ person }) => person.slug)
      : [],
  )
  const rows = expertise.map(({ id, name }) => ({
    id,
    name,
    cells: recognition.map((column) => {
      const own = profiled.filter(
        ({ content }) => textField(content, 'expertise') === id && textField(content, 'recognition') === column.id,
      )
      return {
        id: column.id,
        n: own.length,
        href: choicesHref('/people', { strategy, expertise: id, recognition: column.id }),
        people: own.slice(0, mostNamed).map(({ slug, title }) => ({ slug, name: title, against: against.has(slug) })),
      }
    }),
  }))
  return {
    rows,
    columns: recognition.map(({ id, name }) => ({ id, name })),
    n: profiled.length,
    /** On the record with a source, but without both tiers. */
    unprofiled: people.length - profiled.length,
    against: profiled.filter(({ slug }) => against.has(slug)).length,
    most: Math.max(0, ...rows.flatMap(({ cells }) => cells.map(({ n }) => n))),
  }
}

function offeredStrategies(index: AtlasIndex) {
  return index
    .byKind('strategy')
    .map(({ slug, title }) => ({
      slug,
      title,
      people: new Set(index.positionsOn(slug).map(({ person }) => person.slug)).size,
    }))
    .filter(({ people }) => people > 0)
    .sort((a, b) => b.people - a.people)
    .slice(0, mostOffered)
}
