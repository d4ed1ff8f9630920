import type { Request, Response } from 'express'
import { Router } from 'express'
import type { Deps } from '../deps.ts'
import { AppError, problem } from '../errors.ts'
import type { LiveEvent } from '../live/bus.ts'
import { goneType } from '../live/bus.ts'
import { mayHear } from '../live/may-hear.ts'
import type { Streams } from '../live/streams.ts'
import { createStreams } from '../live/streams.ts'
import type { Services } from '../services.ts'
import { viewerOfCookie } from '../viewer.ts'

const mostTopics = 20
const heartbeatMs = 20_000
/** What happens within this after something was said is said together, so that a burst costs one look at the rights. */
const togetherMs = 250
/** The last thing that is said to who hears of it no more, so that the page can look at once what it may still show. */
const gone = `data: ${JSON.stringify({ type: goneType })}\n\n`
/** Bytes that a reader may lag behind before it is asked to come back. */
const mostUnsent = 64_000

/** `GET /live?topic=thread/x&topic=draft/y`: server-sent events for pages that are open. */
export function liveRoutes(deps: Deps, _services: Services): Router {
  const streams = createStreams(deps.live, deps.now)
  const router = Router()
  router.get('/live', (request, response, next) => {
    listen(deps, streams, request, response).catch((error: unknown) => {
      if (!(error instanceof AppError)) return next(error)
      response
        .status(error.status)
        .type('application/problem+json')
        .send(JSON.stringify(problem(error)))
    })
  })
  return router
}

async function listen(deps: Deps, streams: Streams, request: Request, response: Response): Promise<void> {
  const topics = readTopics(request)
  const viewer = (await viewerOfCookie(deps, request.headers))?.viewer
  if (!viewer) throw new AppError('signed-out', 'Sign in to be told of changes.')
  const { actorId } = viewer

  /** Sessions end and roles change while a page is open: asked again before anything is said. */
  async function stillHears(asked: Iterable<string>): Promise<boolean> {
    const now = (await viewerOfCookie(deps, request.headers))?.viewer
    if (now?.actorId !== actorId) return false
    for (const topic of asked) if (!(await mayHear(deps, now, topic))) return false
    return true
  }
  for (const topic of topics) {
    if (!(await mayHear(deps, viewer, topic))) throw new AppError('not-found', 'There is nothing here to listen to.')
  }

  let open = true
  /** What waits to be said, and the topics it is about. */
  let waiting = { topics: new Set<string>(), texts: new Set<string>() }
  let next: ReturnType<typeof setTimeout> | undefined
  let saidAt = Number.NEGATIVE_INFINITY
  let saying: Promise<void> = Promise.resolve()

  function say(topic: string | null, text: string): void {
    if (topic !== null) waiting.topics.add(topic)
    waiting.texts.add(text)
    next ??= setTimeout(sayAll, saidAt + togetherMs - performance.now())
  }
  function sayAll(): void {
    const { topics: asked, texts } = waiting
    waiting = { topics: new Set(), texts: new Set() }
    next = undefined
    saidAt = performance.now()
    saying = saying
      .then(async () => {
        if (!open) return
        const hears = await stillHears(asked)
        if (!hears && open) response.write(gone)
        if (!hears || response.writableLength > mostUnsent) close()
        else if (open) response.write([...texts].join(''))
      })
      .catch((error: unknown) => {
        deps.log.error({ error }, 'a live stream failed')
        close()
      })
  }
  function close(): void {
    if (!open) return
    open = false
    clearInterval(heartbeat)
    clearTimeout(next)
    remove?.()
    response.end()
  }

  const send = ({ topic, type, id }: LiveEvent) => say(topic, `data: ${JSON.stringify({ topic, type, id })}\n\n`)
  /** Whoever hears of none of it any more is sent away, as by the next event. */
  const check = () => {
    for (const topic of topics) say(topic, '')
  }
  const remove = streams.add({ actorId, topics, send, check })
  if (!remove) throw new AppError('too-many', 'You have many pages open. Close some to be told of changes here.')
  const heartbeat = setInterval(() => say(null, 'event: here\ndata:\n\n'), heartbeatMs)
  heartbeat.unref()
  response.on('close', close)
  // The page may have gone while its rights were looked up.
  if (response.destroyed) return close()
  response.writeHead(200, {
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store',
    // Asks proxies not to hold the stream back.
    'X-Accel-Buffering': 'no',
  })
  // After a break in the network of a hall not all of them come back in the same moment.
  response.write(`retry: ${1_000 + Math.round(1_000 * Math.random())}\n\n`)
}

/** @throws AppError `bad-input`. */
function readTopics(request: Request): Set<string> {
  const given = [request.query.topic ?? []].flat()
  const topics = new Set(given.filter((topic): topic is string => typeof topic === 'string' && topic.length < 100))
  if (topics.size === 0 || given.length > mostTopics) {
    throw new AppError('bad-input', `Name between 1 and ${mostTopics} topics, as in /live?topic=thread/…`, 'topic')
  }
  return topics
}
