import type { Viewer } from '../../domain/access/viewer.ts'
import { textField } from '../../domain/entries/field-values.ts'
import { axisIds, fieldDef } from '../../domain/entries/kinds.ts'
import { csvLines } from '../../domain/text/csv.ts'
import type { Deps } from '../deps.ts'
import type { AtlasIndex, IndexedEntry } from './atlas-index.ts'
import { choicesHref, readChoices } from './read-choices.ts'
import { readableAtlas } from './readable-atlas.ts'

/** So many strategies are named at one value; the count says how many there are. */
const mostNamed = 60

const usual = 'time-horizon'

/** @param search as in `location.search`: `by` is the axis across the density map. */
export async function axesPage(deps: Deps, viewer: Viewer | null, search: string) {
  const index = await readableAtlas(deps, viewer)
  const { chosen, dropped } = readAxes(search)
  return {
    dropped,
    density: density(index, chosen.by ?? usual),
    axisNames: axisIds.map((id) => ({ id, label: fieldDef('strategy', id)?.label ?? id })),
    axes: strips(index),
    csv: '/axes.csv',
  }
}

export type AxesPage = Awaited<ReturnType<typeof axesPage>>
export type Density = AxesPage['density']

/** The density map alone, for its picture. */
export async function densityMap(deps: Deps, viewer: Viewer | null, search: string): Promise<Density> {
  return density(await readableAtlas(deps, viewer), readAxes(search).chosen.by ?? usual)
}

/** Every strategy with lever, pull and coordinates, as comma-separated values. */
export async function axesCsv(deps: Deps, viewer: Viewer | null): Promise<Iterable<string>> {
  const index = await readableAtlas(deps, viewer)
  const fields = ['lever', 'pull', ...axisIds]
  return csvLines(
    ['strategy', 'title', ...fields],
    index
      .byKind('strategy')
      .map(({ slug, title, content }) => [slug, title, ...fields.map((id) => textField(content, id))]),
  )
}

function readAxes(search: string) {
  return readChoices(search, { by: (value) => (axisIds as readonly string[]).includes(value) })
}

function strips(index: AtlasIndex) {
  const all = index.byKind('strategy')
  return axisIds.flatMap((id) => {
    const axis = index.vocabulary.axes.find((one) => one.id === id)
    if (!axis) return []
    const known = new Set(axis.values.map((value) => value.id))
    return {
      id,
      name: axis.name,
      description: axis.description,
      total: all.length,
      unplaced: all.filter(({ content }) => !known.has(textField(content, id))).length,
      values: axis.values.map((value) => {
        const own = all.filter(({ content }) => textField(content, id) === value.id)
        return {
          ...value,
          count: own.length,
          href: `/strategies?${id}=${value.id}`,
          named: own.slice(0, mostNamed).map(ref),
        }
      }),
    }
  })
}

function density(index: AtlasIndex, by: string) {
  const all = index.byKind('strategy')
  const axis = index.vocabulary.axes.find(({ id }) => id === by)
  const columns = (axis?.values ?? []).map(({ id, name }) => ({ id, name }))
  const rows = index.vocabulary.levers.map(({ id, name }) => ({
    id,
    name,
    cells: columns.map((column) => {
      const own = all.filter(
        ({ content }) => textField(content, 'lever') === id && textField(content, by) === column.id,
      )
      return {
        count: own.length,
        href:
          own.length > 0
            ? `/strategies?lever=${id}&${by}=${column.id}`
            : choicesHref('/drafts/new', { lever: id, [by]: column.id }),
      }
    }),
  }))
  const cells = rows.flatMap(({ cells }) => cells)
  return {
    by,
    axis: fieldDef('strategy', by)?.label ?? by,
    columns,
    rows,
    n: cells.reduce((sum, { count }) => sum + count, 0),
    empty: cells.filter(({ count }) => count === 0).length,
    cells: cells.length,
    most: Math.max(0, ...cells.map(({ count }) => count)),
  }
}

function ref({ slug, title }: IndexedEntry) {
  return { slug, title }
}
