import { promisify } from 'node:util'
import { constants, gzip } from 'node:zlib'
import { Router } from 'express'
import type { Deps } from '../deps.ts'
import { AppError } from '../errors.ts'
import type { Services } from '../services.ts'
import { signedInOf } from './visitor.ts'

const compressed = promisify(gzip)
/** Bytes below which an answer is not worth compressing. */
const fewBytes = 1_400

/**
 * `GET /w/:code.json`: what the page of a room shows, for somebody who is in it. Two hundred phones ask at the same
 * moment, so it stands before the framework of the pages. Everybody else gets 404 and asks the page itself, which says
 * what there is to say.
 */
export function roomData(deps: Deps, services: Services): Router {
  const router = Router()
  router.get('/w/:code.json', async (request, response, next) => {
    try {
      const signedIn = await signedInOf(deps, request)
      const data = signedIn && (await services.roomData(signedIn.viewer, request.params.code ?? ''))
      response.setHeader('Cache-Control', 'private, no-store')
      response.setHeader('Vary', 'Cookie, Accept-Encoding')
      if (!data) {
        response.status(404).end()
        return
      }
      const body = Buffer.from(JSON.stringify(data))
      response.setHeader('Content-Type', 'application/json; charset=utf-8')
      if (body.length < fewBytes || !request.acceptsEncodings('gzip')) {
        response.setHeader('Content-Length', body.length)
        response.end(body)
        return
      }
      const small = await compressed(body, { level: constants.Z_BEST_SPEED })
      response.setHeader('Content-Encoding', 'gzip')
      response.setHeader('Content-Length', small.length)
      response.end(small)
    } catch (error) {
      if (!(error instanceof AppError)) next(error)
      else response.status(404).end()
    }
  })
  return router
}
