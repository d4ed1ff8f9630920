import type { Viewer } from '../domain/access/viewer.ts'
import type { Deps } from './deps.ts'

/** For how long an answer is kept; a phone that hears nothing for so long has given up. Milliseconds. */
const keptMs = 10 * 60_000
const mostKept = 5_000

interface Kept {
  at: number
  answer: Promise<Response>
}

/**
 * Does once what is sent again because its answer never arrived: whoever sends it gives it a name, and under the same
 * name the same person gets the same answer. After a restart of the server the names are forgotten.
 */
export function createOnlyOnce({ now }: Pick<Deps, 'now'>) {
  const kept = new Map<string, Kept>()
  return async (viewer: Viewer | null, name: string | undefined, act: () => Promise<Response>): Promise<Response> => {
    if (!viewer || name === undefined || !/^[\w-]{16,64}$/.test(name)) return act()
    for (const [key, { at }] of kept) {
      if (kept.size <= mostKept && at > now() - keptMs) break
      kept.delete(key)
    }
    const key = `${viewer.actorId} ${name}`
    const known = kept.get(key)
    if (known) return (await known.answer).clone()
    const answer = act()
    kept.set(key, { at: now(), answer })
    // What failed on our side was not done, and may go well the next time.
    answer.catch(() => kept.delete(key))
    return (await answer).clone()
  }
}
