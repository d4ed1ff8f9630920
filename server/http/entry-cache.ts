import { createHash } from 'node:crypto'
import type { RequestHandler } from 'express'
import { findEntry } from '../../db/queries/entries.ts'
import { entryKinds, kindPath } from '../../domain/entries/kinds.ts'
import type { Deps } from '../deps.ts'
import { readCookie, sessionCookies } from '../viewer.ts'
import { atlasIndex } from '../views/atlas-index.ts'

const entryPage = new RegExp(`^/(${Object.values(kindPath).join('|')})/([a-z0-9-]+)$`)

/**
 * Signed-out readers of one entry all get the same page, and it changes only with what is published or with the
 * entry's public revision: a copy they have is confirmed without the page being made again. Weak, because the same
 * page may travel compressed or not.
 *
 * @param release changes when pages look different though their content is the same.
 */
export function entryCache(deps: Deps, release: string): RequestHandler {
  return (request, response, next) => {
    const match = request.method === 'GET' ? entryPage.exec(request.path) : null
    const cookies = request.headers.cookie
    const signedIn = Object.values(sessionCookies).some((name) => readCookie(cookies, name) !== undefined)
    const kind = entryKinds.find((one) => kindPath[one] === match?.[1])
    if (!match || !kind || signedIn || request.query._data !== undefined) return next()
    revisionOf(deps, kind, match[2] ?? '')
      .then((revision) => {
        if (revision === null) return next()
        const tag = createHash('sha256')
          .update(`${release} ${request.path} ${revision}`)
          .digest('base64url')
          .slice(0, 22)
        response.setHeader('ETag', `W/"${tag}"`)
        response.setHeader('Cache-Control', 'public, no-cache')
        if (isKnown(request.headers['if-none-match'], tag)) response.status(304).vary('Cookie').end()
        else next()
      })
      .catch(next)
  }
}

/** A reload asks caches on the way to look here again; here is where the tag is made, so it counts all the same. */
function isKnown(header: string | undefined, tag: string): boolean {
  const tags = (header ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''))
  return tags.includes(`"${tag}"`)
}

async function revisionOf(deps: Deps, kind: (typeof entryKinds)[number], slug: string): Promise<string | null> {
  const [index, entry] = await Promise.all([atlasIndex(deps), findEntry(deps.store.read, kind, slug)])
  return entry && index.find(kind, slug) ? `${index.revision} ${entry.publicRevision}` : null
}
