import type { Request } from 'express'
import { Router } from 'express'
import type { Deps } from '../../deps.ts'
import type { Services } from '../../services.ts'
import { signedInOf } from '../visitor.ts'
import { answered } from './answered.ts'
import { sent, streamText } from './stream-text.ts'

/**
 * The record for whoever checks it themselves: a bundle, signed checkpoints, and the events of a filter as a file; the
 * log of moderation as a file.
 */
export function recordFiles(deps: Deps, services: Services): Router {
  const router = Router()
  const viewerOf = async (request: Request) => (await signedInOf(deps, request))?.viewer ?? null
  const asked = (request: Request) => new URL(request.originalUrl, 'http://any').searchParams

  router.get(
    '/record/bundle',
    answered(async (request, response) => {
      const bundle = await services.publicBundle(await viewerOf(request))
      response.attachment('folkmoot-bundle.jsonl').type('application/jsonl')
      await sent(bundle, response)
    }),
  )
  router.get(
    '/record/checkpoints',
    answered(async (request, response) => {
      const text = await services.checkpointText(await viewerOf(request), asked(request).get('after'))
      response.type('text/plain; charset=utf-8').send(text)
    }),
  )
  router.get(
    '/record/checkpoints.json',
    answered(async (request, response) => {
      response.json(await services.checkpointList(await viewerOf(request), asked(request).get('after')))
    }),
  )
  router.get(
    '/record.csv',
    answered(async (request, response) => {
      const lines = await services.recordCsv(await viewerOf(request), Object.fromEntries(asked(request)))
      response.attachment('record.csv').type('text/csv; charset=utf-8')
      await streamText(response, lines)
    }),
  )
  router.get(
    '/record.json',
    answered(async (request, response) => {
      response.json(await services.recordJson(await viewerOf(request), Object.fromEntries(asked(request))))
    }),
  )
  router.get(
    '/moderation/log.csv',
    answered(async (_request, response) => {
      response
        .attachment('moderation.csv')
        .type('text/csv; charset=utf-8')
        .send(await services.moderationLogCsv())
    }),
  )
  router.get(
    '/moderation/log.json',
    answered(async (_request, response) => {
      response.type('application/json').send(await services.moderationLogJson())
    }),
  )
  return router
}
