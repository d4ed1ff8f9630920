import type { Viewer } from '../../domain/access/viewer.ts'
import type { Deps } from '../deps.ts'
import { AppError } from '../errors.ts'
import type { LeverRow } from './lever-field.ts'
import { leverField } from './lever-field.ts'
import { readableAtlas } from './readable-atlas.ts'

export async function leversList(deps: Deps, viewer: Viewer | null): Promise<{ levers: LeverRow[] }> {
  return { levers: leverField(await readableAtlas(deps, viewer)) }
}

/**
 * One lever with the strategies on each side of it.
 *
 * @throws AppError `not-found` naming the levers that exist.
 */
export async function leverPage(deps: Deps, viewer: Viewer | null, id: string): Promise<LeverRow> {
  const { levers } = await leversList(deps, viewer)
  const lever = levers.find((one) => one.id === id)
  if (lever) return lever
  throw new AppError(
    'not-found',
    `There is no such lever. The levers are ${levers.map(({ name }) => name).join(', ')}.`,
  )
}

/** A lever as programs read it. */
export async function leverJson(deps: Deps, viewer: Viewer | null, id: string) {
  const { name, description, side, pulls } = await leverPage(deps, viewer, id)
  return {
    kind: 'lever',
    id,
    name,
    description,
    side,
    pulls: pulls.map(({ pull, strategies }) => ({ pull, strategies: strategies.map(({ slug }) => slug) })),
    links: { page: `/levers/${id}` },
  }
}
