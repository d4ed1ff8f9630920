import { listTagsOf } from '../../db/queries/entry-tags.ts'
import { listWatchers, listWatchersOfAny } from '../../db/queries/watches.ts'
import type { Q } from '../../db/store.ts'
import type { Volume } from '../../domain/notifications/kinds.ts'

/**
 * Who hears of a thing at one of these volumes.
 *
 * @param others people whom it concerns unless they chose less.
 */
export async function hearersOf(
  q: Q,
  thing: string,
  volumes: readonly Volume[],
  others: readonly string[] = [],
): Promise<string[]> {
  const watchers = await listWatchers(q, thing)
  const chosen = new Set(watchers.map(({ actorId }) => actorId))
  return [
    ...watchers.filter(({ volume }) => volumes.includes(volume)).map(({ actorId }) => actorId),
    ...others.filter((actorId) => !chosen.has(actorId)),
  ]
}

/**
 * Who watches an entry, or a tag that its current version carries.
 *
 * @param thing as in `entry/<id>`.
 */
export async function entryHearers(q: Q, thing: string, volumes: readonly Volume[]): Promise<string[]> {
  const tags = await listTagsOf(q, thing.slice('entry/'.length))
  return listWatchersOfAny(q, [thing, ...tags.map((tag) => `tag/${tag}`)], volumes)
}

export const decisionVolumes = ['all', 'decisions'] as const
