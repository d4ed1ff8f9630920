import type { Request, RequestHandler, Response } from 'express'
import { AppError } from '../../errors.ts'
import { answerRefusal } from '../answer-refusal.ts'

/** Runs a handler whose refusals are answered in words. Express adds an ETag of the body and answers 304 by it. */
export function answered(handle: (request: Request, response: Response) => Promise<void>): RequestHandler {
  return (request, response, next) => {
    response.setHeader('Cache-Control', 'no-cache')
    handle(request, response).catch((error: unknown) => {
      if (error instanceof AppError) answerRefusal(request, response, error)
      else next(error)
    })
  }
}
