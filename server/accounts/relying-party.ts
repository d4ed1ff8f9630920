import type { Env } from '../env.ts'
import { AppError } from '../errors.ts'

/**
 * For whom passkeys are made: the configured address of the site, never one that a request named. Only where none is
 * configured, as on one's own machine, it may be any port of `localhost`.
 *
 * @param origin of the request, as its browser says.
 * @throws AppError `unavailable` where the site has no address that passkeys could belong to.
 */
export function relyingParty({ publicUrl }: Pick<Env, 'publicUrl'>, origin: string): { id: string; origin: string } {
  if (publicUrl) return { id: new URL(publicUrl).hostname, origin: new URL(publicUrl).origin }
  if (/^http:\/\/localhost(?::\d+)?$/.test(origin)) return { id: 'localhost', origin }
  throw new AppError('unavailable', 'Passkeys do not work at this address. Whoever runs the site can set PUBLIC_URL.')
}
