import type { NextFunction, Request, RequestHandler, Response } from 'express'
import { findEntry } from '../../db/queries/entries.ts'
import { frameState } from '../../db/queries/site-texts.ts'
import type { EntryKind } from '../../domain/entries/kinds.ts'
import { entryKinds, kindPath } from '../../domain/entries/kinds.ts'
import type { Deps } from '../deps.ts'
import { readCookie, sessionCookies } from '../viewer.ts'
import { atlasIndex } from '../views/atlas-index.ts'
import type { KeptPage } from './kept-page.ts'
import { bestEncoding, keepPage } from './kept-page.ts'

const paths = Object.values(kindPath).join('|')
const entryPage = new RegExp(`^/(${paths})/([a-z0-9-]+)$`)
const views = 'axes|board|commitments|compare|held-together|levers|map|matrix|paths|portfolio|signals'
const listPage = new RegExp(
  `^/(?:${paths}|${views}|(?:levers|signals)/[a-z0-9-]+|editions(?:/[0-9]{4}\\.[0-9a-z-]+)?|tags/[a-z0-9-]+)?$`,
)

/** Bytes of pages that are kept; the page that was asked for longest ago goes first. */
const mostBytes = 96 * 1024 * 1024

interface Held {
  page: KeptPage
  /** What the page was made from. */
  state: string
  /** The version of the database in which that was last looked up. */
  seen: string
}

/**
 * Pages that all signed-out readers share, kept as they were sent, as they are and compressed, each form with a
 * strong ETag of its own. A page of an entry stands until something is published, the entry's public revision moves or
 * what the frame says of the site changes; a list stands until anything is committed. While nothing at all is committed, no query is made.
 */
export function pageCache(deps: Deps): RequestHandler {
  const held = new Map<string, Held>()
  let bytes = 0

  function forget(path: string): void {
    bytes -= held.get(path)?.page.bytes ?? 0
    held.delete(path)
  }

  function hold(path: string, entry: Held): void {
    forget(path)
    held.set(path, entry)
    bytes += entry.page.bytes
    for (const oldest of held.keys()) {
      if (bytes <= mostBytes) break
      forget(oldest)
    }
  }

  async function answer(request: Request, response: Response, next: NextFunction): Promise<void> {
    const { path } = request
    const seen = `${deps.store.version()} ${hourOf(path, deps.now())}`
    const known = held.get(path)
    if (known && known.seen === seen) return send(request, response, known.page)
    const state = await stateOf(deps, path, seen)
    if (state === null) {
      forget(path)
      return next()
    }
    if (known && known.state === state) {
      known.seen = seen
      return send(request, response, known.page)
    }
    collect(response, next, async (body) => {
      const page = await keepPage(body)
      hold(path, { page, state, seen })
      send(request, response, page)
    })
  }

  return (request, response, next) => {
    if (!isShared(request)) return next()
    answer(request, response, next).catch(next)
  }
}

/** Everybody who is signed out gets the same answer. */
function isShared(request: Request): boolean {
  if (request.method !== 'GET' || request.url !== request.path) return false
  if (!entryPage.test(request.path) && !listPage.test(request.path)) return false
  const { cookie } = request.headers
  return !cookie || !Object.values(sessionCookies).some((name) => readCookie(cookie, name) !== undefined)
}

/** On the pages of signals a review falls due without anything being committed; within the hour they say so. */
function hourOf(path: string, now: number): number {
  return path.startsWith('/signals') ? Math.floor(now / 3_600_000) : 0
}

/** What a page depends on; null where there is no such entry. */
async function stateOf(deps: Deps, path: string, seen: string): Promise<string | null> {
  const [, folder, slug = ''] = entryPage.exec(path) ?? []
  const kind = entryKinds.find((one): one is EntryKind => kindPath[one] === folder)
  // The page of a scenario also says what is argued about the strategies that answer it.
  if (!kind || kind === 'scenario') return `commit ${seen}`
  const { read } = deps.store
  const [index, entry, frame] = await Promise.all([atlasIndex(deps), findEntry(read, kind, slug), frameState(read)])
  return entry && index.find(kind, slug) ? `${index.revision} ${entry.publicRevision} ${frame}` : null
}

function send(request: Request, response: Response, page: KeptPage): void {
  const form = page.forms[bestEncoding(request.headers['accept-encoding'], page)]
  response.setHeader('ETag', form.etag)
  response.setHeader('Cache-Control', 'public, no-cache')
  response.setHeader('Vary', 'Cookie, Accept-Encoding')
  if (isKnown(request.headers['if-none-match'], form.etag)) {
    response.statusCode = 304
    response.end()
    return
  }
  response.statusCode = 200
  response.setHeader('Content-Type', 'text/html; charset=utf-8')
  response.setHeader('Content-Length', form.body.length)
  if (form.encoding) response.setHeader('Content-Encoding', form.encoding)
  response.end(form.body)
}

function isKnown(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false
  return header === etag || header.split(',').some((one) => one.trim().replace(/^W\//, '') === etag)
}

/**
 * Lets the rest of the server make the page and hands over its whole body. Anything that is not a page with status
 * 200 goes out as it was made.
 */
function collect(response: Response, next: NextFunction, whole: (body: Buffer) => Promise<void>): void {
  const chunks: Buffer[] = []
  const write = response.write.bind(response)
  const end = response.end.bind(response)
  // What is kept is compressed here, once; nothing behind this point may do it.
  response.locals.keepsPage = true
  const isPage = () =>
    response.statusCode === 200 && String(response.getHeader('Content-Type') ?? '').startsWith('text/html')

  const take = (chunk: unknown) => {
    if (typeof chunk === 'string' || chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk as Uint8Array))
  }
  response.write = ((chunk: unknown) => {
    take(chunk)
    return true
  }) as typeof response.write
  response.end = ((chunk: unknown) => {
    take(chunk)
    response.write = write
    response.end = end
    const body = Buffer.concat(chunks)
    if (isPage()) whole(body).catch(next)
    else end(body)
    return response
  }) as typeof response.end
  next()
}
