import type { LoaderFunctionArgs } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { loaded } from '#app/http/refusals.ts'
import type { EntryKind } from '#domain/entries/kinds.ts'

/**
 * For the loaders of entry pages: an entry that moved is followed to its present address, and where nothing is found
 * the error page offers what is spelled alike. What was withdrawn says so, with the way to its versions.
 */
export async function foundOrNear<T>(
  { context, params }: Pick<LoaderFunctionArgs, 'context' | 'params'>,
  kind: EntryKind,
  work: Promise<T>,
): Promise<T> {
  try {
    return await loaded(work)
  } catch (refused) {
    if (!(refused instanceof Response)) throw refused
    if (refused.status === 410) {
      const withdrawn = await context.services.withdrawnEntry(kind, params.id ?? '')
      throw json({ ...(await refused.json()), withdrawn }, { status: 410 })
    }
    if (refused.status !== 404) throw refused
    const { moved, nearest } = await context.services.missingEntry(kind, params.id ?? '')
    if (moved) throw redirect(moved, 301)
    throw json({ ...(await refused.json()), nearest }, { status: 404 })
  }
}
