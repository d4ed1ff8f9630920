import type { RequestHandler } from 'express'
import { AppError } from '../errors.ts'
import { answerRefusal } from './answer-refusal.ts'

/**
 * Refuses addresses that no page of ours has and that parts of the framework read differently: with a backslash, an
 * empty segment, a dot segment or a control character, plain or encoded.
 */
export const knownPaths: RequestHandler = (request, response, next) => {
  if (!isStrange(request.path)) return next()
  answerRefusal(request, response, new AppError('not-found', 'Nothing has this address. It may have been mistyped.'))
}

function isStrange(path: string): boolean {
  try {
    return /[\\\u0000-\u001f\u007f]|\/\/|\/\.{1,2}(?:\/|$)/.test(decodeURIComponent(path))
  } catch {
    return true
  }
}
