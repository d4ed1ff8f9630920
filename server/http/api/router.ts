import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express'
import express, { Router } from 'express'
import * as z from 'zod'
import type { Viewer } from '../../../domain/access/viewer.ts'
import type { Deps } from '../../deps.ts'
import { AppError, problem } from '../../errors.ts'
import type { Limit } from '../../rate-limits.ts'
import { TooMany } from '../../rate-limits.ts'
import type { Services } from '../../services.ts'
import { viewerOfToken } from '../../viewer.ts'
import { requireWritable } from '../read-only.ts'
import type { ApiRoute } from './route.ts'
import { pathParameters } from './route.ts'

/** A section of 256,000 characters, escaped, with room to spare. */
const largestBody = '1mb'

/** Express routes from the table. Cookies are never read here, so no other site can act through a browser. */
export function routerOf(table: readonly ApiRoute[], deps: Deps, services: Services, writes: Limit): Router {
  const router = Router()
  router.use((_request, response, next) => {
    response.setHeader('Cache-Control', 'no-store')
    next()
  })
  for (const path of new Set(table.map((one) => one.path))) {
    const here = table.filter((one) => one.path === path)
    for (const one of here) router[one.method](path, authenticate(deps, one, writes), readJson, handle(one, services))
    router.all(path, (_request, response) => wrongMethod(response, here))
  }
  router.use(() => {
    throw new AppError('not-found', 'There is no such address in the API. See /api/v1/openapi.json.')
  })
  router.use(answerProblem(deps))
  return router
}

/** Puts the token's owner into `response.locals`; a token that is wrong is refused even where none is needed. */
function authenticate(deps: Deps, one: ApiRoute, writes: Limit): RequestHandler {
  return async (request, response, next) => {
    try {
      const token = bearer(request)
      const viewer = token === null ? null : await viewerOfToken(deps, token)
      if (token !== null && !viewer) {
        throw new AppError('signed-out', 'This token is unknown, has expired or was revoked. Make a new one.')
      }
      if (!viewer && !one.open) {
        throw new AppError('signed-out', 'Send an API token: Authorization: Bearer …. Make one on /account.')
      }
      if (one.method === 'post') await requireWritable(deps)
      if (viewer && one.method === 'post') await writes.take(viewer.actorId)
      response.locals.viewer = viewer
      next()
    } catch (error) {
      next(error)
    }
  }
}

function bearer(request: Request): string | null {
  const header = request.headers.authorization
  if (header === undefined) return null
  return /^Bearer +([\w.~+/=-]+)$/i.exec(header)?.[1] ?? ''
}

/** Not unpacked: a small body must not become a large one. */
const parseJson = express.json({ limit: largestBody, inflate: false })

const readJson: RequestHandler = (request, response, next) => {
  if (request.method !== 'POST') return next()
  if (!request.is('application/json')) {
    return next(new AppError('bad-input', 'Send JSON, with Content-Type: application/json.'))
  }
  parseJson(request, response, next)
}

function handle(one: ApiRoute, services: Services): RequestHandler {
  return async (request, response, next) => {
    try {
      const viewer = response.locals.viewer as Viewer | null
      const answer = await one.handler(services, viewer, inputOf(one, request))
      response.status(one.status).json(answer)
    } catch (error) {
      next(error)
    }
  }
}

/** Path and query, or path and body; a key of the body cannot stand in for one of the path. */
function inputOf(one: ApiRoute, request: Request): Record<string, unknown> {
  const given: unknown = one.method === 'get' ? request.query : request.body
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    throw new AppError('bad-input', 'Send a JSON object.')
  }
  const twice = pathParameters(one.path).find((name) => Object.hasOwn(given, name))
  if (twice !== undefined) throw unknownKey(twice)
  return { ...given, ...request.params }
}

function wrongMethod(response: Response, here: readonly ApiRoute[]): void {
  const allowed = here.map((one) => one.method.toUpperCase())
  if (allowed.includes('GET')) allowed.push('HEAD')
  response.setHeader('Allow', allowed.join(', '))
  send(response, 405, {
    code: 'bad-input',
    title: 'This address has no such method',
    detail: `Use ${allowed.join(' or ')}.`,
    status: 405,
  })
}

/** Every refusal of the API, in one form; an error of our own making says nothing and goes to the log. */
function answerProblem(deps: Deps): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error)
    const refusal = refusalOf(error)
    if (!refusal) {
      deps.log.error({ error, method: request.method, path: request.path }, 'API request failed')
      send(response, 500, {
        code: 'failed',
        title: 'Something went wrong on our side',
        detail: 'Nothing was changed. Try again later.',
        status: 500,
      })
      return
    }
    if (refusal.code === 'signed-out') response.setHeader('WWW-Authenticate', 'Bearer')
    if (refusal instanceof TooMany) response.setHeader('Retry-After', String(refusal.retryAfter))
    send(response, refusal.status, problem(refusal))
  }
}

function send(response: Response, status: number, body: object): void {
  response.status(status).type('application/problem+json').send(JSON.stringify(body))
}

function refusalOf(error: unknown): AppError | null {
  if (error instanceof AppError) return error
  if (error instanceof z.ZodError) return refusalOfSchema(error)
  if (!(error instanceof Error) || !('type' in error)) return null
  if (error.type === 'entity.too.large') {
    return new AppError('too-large', `One request may carry ${largestBody}. Send less at once.`)
  }
  const unreadable = 'status' in error && Number(error.status) < 500
  return unreadable ? new AppError('bad-input', 'The body is no JSON that can be read. Send it plain, in UTF-8.') : null
}

function refusalOfSchema({ issues }: z.ZodError): AppError {
  const issue = issues[0]
  if (issue?.code === 'unrecognized_keys') return unknownKey([...issue.path, issue.keys[0]].join('.'))
  const field = issue?.path.join('.') || undefined
  const what = field === undefined ? 'The input' : `“${field}”`
  return new AppError('bad-input', `${what} is not right: ${issue?.message ?? 'see /api/v1/openapi.json'}.`, field)
}

function unknownKey(name: string): AppError {
  return new AppError('bad-input', `Leave out “${name}”: this address does not know it.`, name)
}
