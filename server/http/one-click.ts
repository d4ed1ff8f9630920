import type { RequestHandler } from 'express'
import { Router } from 'express'
import { AppError } from '../errors.ts'
import { Limit, networkOf } from '../rate-limits.ts'
import type { Services } from '../services.ts'

/**
 * `POST /unsubscribe/<token>` as mail programs send it (RFC 8058): without a page, a cookie or an Origin, so it stands
 * before the gate against other sites' forms. What it may do is in the token alone; a browser's form goes on to the page.
 */
export function oneClick(services: Services): Router {
  const limit = new Limit({ points: 60, seconds: 60, what: 'Many of these came from your network.' })
  const router = Router()
  const answer: RequestHandler<{ token: string }> = async (request, response, next) => {
    if (request.headers.origin !== undefined || request.headers['sec-fetch-site'] !== undefined) return next()
    try {
      await limit.take(networkOf(request.ip ?? ''))
      await services.unsubscribe({ token: request.params.token })
      response.type('text/plain').send('You will get no more of these mails.\n')
    } catch (error) {
      if (!(error instanceof AppError)) return next(error)
      response.status(error.status).type('text/plain').send(`${error.detail}\n`)
    }
  }
  router.post('/unsubscribe/:token', answer)
  return router
}
