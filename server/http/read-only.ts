import type { RequestHandler } from 'express'
import { isSwitchedOn } from '../../db/queries/site-texts.ts'
import type { Deps } from '../deps.ts'
import { AppError } from '../errors.ts'
import { refuseKeepingTyped } from './unsafe-requests.ts'

/** Signing in and out, also by a mailed link, proving oneself, and what turns the switch off again. */
const stillOpen = /^\/(?:sign-in|sign-out|link\/(?:sign-in|reset|undo-email)|account\/confirm|admin)(?:\/|$)/

/**
 * Refuses what people would change while an administrator has the site read only ([Y42]). Sockets ask in
 * `collab/access.ts`. What falls due by the clock goes on: a ballot ends when it said that it would.
 *
 * @throws AppError `unavailable`.
 */
export async function requireWritable({ store }: Pick<Deps, 'store'>): Promise<void> {
  if (!(await isSwitchedOn(store.read, 'read-only'))) return
  throw new AppError(
    'unavailable',
    'The site can be read and not changed at the moment. Nothing of this was saved; try again later.',
  )
}

/** The same for every form of a page; whoever is refused gets back what they had typed. */
export function readOnlyGate(deps: Deps): RequestHandler {
  return async (request, response, next) => {
    if (request.method !== 'POST' || stillOpen.test(request.path)) return next()
    try {
      await requireWritable(deps)
      next()
    } catch (error) {
      if (!(error instanceof AppError)) return next(error)
      refuseKeepingTyped(request, response, error)
    }
  }
}
