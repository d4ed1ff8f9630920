import { findActorName } from '../../db/queries/actors.ts'
import type { ChallengeRow } from '../../db/queries/challenges.ts'
import { findChallengeWhole, listChallengesOf } from '../../db/queries/challenges.ts'
import type { Q } from '../../db/store.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import type { EntryKind } from '../../domain/entries/kinds.ts'
import { kindPath } from '../../domain/entries/kinds.ts'
import { placeLabel, placesOf } from '../../domain/threads/place.ts'
import type { Deps } from '../deps.ts'
import { AppError } from '../errors.ts'
import { inAtlas } from '../usecases/versions/moderated-entry.ts'

/** A challenge where its entry or its version is shown. */
export interface ChallengeLine {
  id: string
  n: number
  state: ChallengeRow['state']
  /** What of the entry, as people call it. */
  about: string
  place: string
  threadId: string
  reason: string
  at: number
}

/** All challenges to an entry, the latest first. */
export async function challengesOf(
  q: Q,
  { entryId, kind }: { entryId: string; kind: EntryKind },
): Promise<ChallengeLine[]> {
  const rows = await listChallengesOf(q, entryId)
  return rows.map(({ id, n, state, place, threadId, reason, at }) => {
    return { id, n, state, place, about: placeLabel(kind, place) ?? place, threadId, reason, at }
  })
}

/** Those that a reader of version `n` is told of: open ones, and upheld ones until a version follows ([P19], [P20]). */
export function standingChallenges(all: readonly ChallengeLine[], n: number): ChallengeLine[] {
  return all.filter((one) => one.state === 'open' || (one.state === 'upheld' && one.n === n))
}

/** One challenge, for everybody who may read the atlas. @throws AppError `not-found`. */
export async function challengePage(deps: Deps, viewer: Viewer | null, id: string) {
  if (!can(viewer, 'atlas.read', null)) throw new AppError('signed-out', 'Sign in to read the atlas.')
  const found = await findChallengeWhole(deps.store.read, id)
  if (!found) throw new AppError('not-found', 'There is no such challenge.')
  const { challenge, entry, thread, by } = found
  const { n, reason, at, state, answer, answeredBy, answeredAt } = challenge
  const place = `${kindPath[entry.kind]}/${entry.slug}`
  return {
    ...{ id, n, reason, at, state, by, answer, answeredAt },
    answeredBy: answeredBy === null ? null : await findActorName(deps.store.read, answeredBy),
    about: placeLabel(entry.kind, thread.place) ?? thread.place,
    entry: {
      id: challenge.entryId,
      title: entry.title,
      place,
      path: `/${place}`,
      currentVersion: entry.currentVersion ?? n,
    },
    thread: { id: thread.id, title: thread.title, state: thread.state },
    may: { answer: can(viewer, 'challenge.answer', challenge), withdraw: can(viewer, 'challenge.withdraw', challenge) },
  }
}

export type ChallengePage = Awaited<ReturnType<typeof challengePage>>

/**
 * The form in which a version is challenged.
 *
 * @param asked `entry` as in `strategies/pause`, `place` as chosen before, if it was.
 * @throws AppError `signed-out`, `not-allowed`, `not-found`, `gone`.
 */
export async function newChallengePage(deps: Deps, viewer: Viewer | null, asked: { entry: string; place: string }) {
  if (!viewer) throw new AppError('signed-out', 'Sign in to challenge a version.')
  if (!can(viewer, 'version.challenge', null)) {
    throw new AppError('not-allowed', 'Challenging a version needs an account of a contributor.')
  }
  const { entry, version, snapshot } = await inAtlas(deps.store.read, asked.entry)
  return {
    title: snapshot.content.title,
    place: asked.entry,
    path: `/${asked.entry}`,
    n: version.n,
    chosen: placeLabel(entry.kind, asked.place) === null ? 'entry' : asked.place,
    places: placesOf(entry.kind).map((place) => ({ place, label: placeLabel(entry.kind, place) ?? place })),
  }
}
