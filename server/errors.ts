import { closeCodes } from '../collab/close-codes.ts'

interface Story {
  status: number
  close: number
  title: string
}

/** Every way in which a request is refused, with its HTTP status, its close code and the plain sentence for people. */
export const errorStories = {
  'bad-input': { status: 400, close: closeCodes.badUpdate, title: 'Something in the form needs another look' },
  'signed-out': { status: 401, close: closeCodes.signedOut, title: 'Sign in to do this' },
  'not-allowed': { status: 403, close: closeCodes.notAllowed, title: 'You may not do this' },
  'not-fresh': { status: 403, close: closeCodes.notAllowed, title: 'Confirm first that it is you' },
  'cross-site': { status: 403, close: closeCodes.notAllowed, title: 'This request came from another site' },
  'not-found': { status: 404, close: closeCodes.unknownRoom, title: 'There is nothing here' },
  gone: { status: 410, close: closeCodes.unknownRoom, title: 'This was withdrawn' },
  conflict: { status: 409, close: closeCodes.outdated, title: 'That is not possible now' },
  'not-ready': { status: 409, close: closeCodes.outdated, title: 'This is not ready yet' },
  'too-late': { status: 409, close: closeCodes.outdated, title: 'The time for this is over' },
  'too-large': { status: 413, close: closeCodes.tooLarge, title: 'This is too large' },
  'too-many': { status: 429, close: closeCodes.rateLimited, title: 'That was a lot at once' },
  unavailable: { status: 503, close: closeCodes.overloaded, title: 'Not available at the moment' },
} as const satisfies Record<string, Story>

export type ErrorCode = keyof typeof errorStories

/**
 * A refusal that people may read. `detail` says what to do; `field` names the input at fault, so that a form
 * can show the sentence beside it.
 */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly code: ErrorCode
  readonly detail: string
  readonly field: string | undefined

  constructor(code: ErrorCode, detail: string, field?: string) {
    super(`${code}: ${detail}`)
    this.code = code
    this.detail = detail
    this.field = field
  }

  get status(): number {
    return errorStories[this.code].status
  }

  get title(): string {
    return errorStories[this.code].title
  }
}

/** `application/problem+json` body of an error (RFC 9457), with our code. */
export function problem(error: AppError): {
  code: ErrorCode
  title: string
  detail: string
  status: number
  field?: string
} {
  const { code, title, detail, status, field } = error
  return field === undefined ? { code, title, detail, status } : { code, title, detail, status, field }
}
