import type { Request, RequestHandler, Response } from 'express'
import { urlencoded } from 'express'
import type { Deps } from '../deps.ts'
import { AppError } from '../errors.ts'
import { Limit, networkOf, TooMany } from '../rate-limits.ts'
import type { Typed } from './answer-refusal.ts'
import { answerRefusal } from './answer-refusal.ts'
import { signedInOf } from './visitor.ts'

/** Bytes of one form. The longest field (a section, 256,000 characters) fits even when every character is escaped. */
const largestForm = 1024 * 1024

const pageMethods = new Set(['GET', 'HEAD', 'POST'])

/** Pages answer GET, HEAD and POST; forms know no other method, so that no page can be reached by one. */
export const knownMethods: RequestHandler = (request, response, next) => {
  if (pageMethods.has(request.method)) return next()
  response.setHeader('Allow', [...pageMethods].join(', '))
  if (request.method === 'OPTIONS') response.status(204).end()
  else response.status(405).type('text/plain').send('Pages answer GET, HEAD and POST.\n')
}

/** Refuses a form that is too large before a byte of it is read. */
export const formSize: RequestHandler = (request, response, next) => {
  if (request.method !== 'POST') return next()
  const length = Number(request.headers['content-length'])
  if (request.headers['transfer-encoding'] === undefined && length <= largestForm) return next()
  response.setHeader('Connection', 'close')
  const detail = Number.isFinite(length)
    ? 'One form may carry a megabyte. Send it in smaller parts.'
    : 'A form must say how long it is, and may carry a megabyte.'
  answerRefusal(request, response, new AppError('too-large', detail))
}

export interface WriteRate {
  points: number
  seconds: number
}

/** Generous for a person in a hurry, far below what a script would do. */
export const usualWriteRate: WriteRate = { points: 60, seconds: 60 }

/** One counter for each account, or for each network while nobody is signed in; pages and API share it. */
export function createWriteLimit({ points, seconds }: WriteRate): Limit {
  return new Limit({ points, seconds, what: 'You have sent a lot in a short time.' })
}

/** At the door of a workshop: a full hall comes from one network within a minute. */
const doorRate: WriteRate = { points: 600, seconds: 60 }

/**
 * Limits everything that pages may write; whoever is refused gets back what they had typed. Who joins a workshop and is
 * nobody yet counts by the network, as do all who are not signed in, but for itself.
 */
export function writeLimit(deps: Deps, limit: Limit): RequestHandler {
  const door = createWriteLimit(doorRate)
  return async (request, response, next) => {
    if (request.method !== 'POST') return next()
    const signedIn = await signedInOf(deps, request)
    try {
      if (signedIn) await limit.take(signedIn.viewer.actorId)
      else await (request.path.startsWith('/w/') ? door : limit).take(networkOf(request.ip ?? ''))
      next()
    } catch (error) {
      if (!(error instanceof TooMany)) return next(error)
      refuseKeepingTyped(request, response, error)
    }
  }
}

/** Refuses a form before any page saw it, and gives back what was typed into it. */
export function refuseKeepingTyped(request: Request, response: Response, error: AppError): void {
  parseForm(request, response, () => answerRefusal(request, response, error, typedText(request.body)))
}

const parseForm = urlencoded({ extended: false, limit: largestForm })
const notText = /password|current|token|intent|next|session/i

function typedText(body: unknown): Typed {
  if (typeof body !== 'object' || body === null) return {}
  return Object.fromEntries(
    Object.entries(body).filter(
      (field): field is [string, string] => typeof field[1] === 'string' && !notText.test(field[0]),
    ),
  )
}
