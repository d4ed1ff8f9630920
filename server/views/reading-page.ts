import { findPreferences } from '../../db/queries/preferences.ts'
import { can } from '../../domain/access/policy.ts'
import { zoneNames } from '../../domain/access/reading-choices.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import type { Deps } from '../deps.ts'
import { AppError } from '../errors.ts'

/** How whoever is signed in wants to read, for the frame of every page; null for everybody else ([A13]). */
export async function readingOf(deps: Deps, viewer: Viewer | null) {
  if (!viewer || !can(viewer, 'account.own', null)) return null
  const { theme, textSize, motion, shortcuts, timeZone } = await findPreferences(deps.store.read, viewer.actorId)
  return { theme, textSize, motion, shortcuts, timeZone }
}

/** What `/account/reading` shows: the choices that hold, every zone, and the time. */
export async function readingPage(deps: Deps, viewer: Viewer | null) {
  const reading = await readingOf(deps, viewer)
  if (!reading) throw new AppError('signed-out', 'Sign in to choose how you read.')
  return { ...reading, zones: zoneNames(), now: deps.now() }
}
