import type { ErrorRequestHandler } from 'express'
import type { Logger } from '../log.ts'
import { loggedPath } from './logged-path.ts'

/** The last handler: whatever went wrong outside pages and API. Says no more than the status; the log says more. */
export function answerError(log: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error)
    const given = error instanceof Error && 'status' in error ? Number(error.status) : 500
    const status = given >= 400 && given < 500 ? given : 500
    if (status === 500) log.error({ error, method: request.method, path: loggedPath(request.path) }, 'request failed')
    response.removeHeader('Content-Disposition')
    response.status(status).setHeader('Cache-Control', 'no-store')
    response
      .type('text/plain')
      .send(status === 500 ? 'Something went wrong on our side.\n' : 'There is nothing here.\n')
  }
}
