import { json } from '@remix-run/node'

/** What a person is told when something is refused. `field` names the input at fault. */
export interface Refusal {
  code: string
  title: string
  detail: string
  status: number
  field?: string
  /** Whole seconds until it is worth trying again. */
  retryAfter?: number
}

/** Values to put back into the form: what a person typed is never thrown away. */
type Typed = Record<string, string>

/** The refusal in an error that a use case threw, or null for an error of our own making. */
function refusalOf(error: unknown): Refusal | null {
  if (!(error instanceof Error) || error.name !== 'AppError') return null
  const { code, title, detail, status, field, retryAfter } = error as Error & Refusal
  return {
    code,
    title,
    detail,
    status,
    ...(field === undefined ? {} : { field }),
    ...(retryAfter === undefined ? {} : { retryAfter }),
  }
}

function answer(refusal: Refusal): ResponseInit {
  const { status, retryAfter } = refusal
  return retryAfter === undefined ? { status } : { status, headers: { 'Retry-After': String(retryAfter) } }
}

/** For loaders: a refusal becomes the page's error response, with its status. */
export async function loaded<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    const refusal = refusalOf(error)
    if (!refusal) throw error
    throw json(refusal, answer(refusal))
  }
}

/**
 * For actions: runs a use case. On success `then` makes the answer (usually a redirect); a refusal comes back with
 * its status together with what was typed.
 */
export async function attempted<T, R>(work: Promise<T>, typed: Typed, then: (value: T) => R) {
  try {
    return then(await work)
  } catch (error) {
    const refusal = refusalOf(error)
    if (!refusal) throw error
    return json({ refusal, typed }, answer(refusal))
  }
}

/** The text fields of a form, by name; of repeated names the last one counts. */
export function textFields(form: FormData): Typed {
  return Object.fromEntries([...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
}
