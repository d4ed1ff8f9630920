import * as z from 'zod'
import { AppError } from '../errors.ts'

/** What every answer of a browser has, before anything is believed; whatever else it has is checked by its verifier. */
const shape = z.looseObject({
  id: z.string().max(1400),
  rawId: z.string().max(1400),
  type: z.literal('public-key'),
  clientExtensionResults: z.looseObject({}),
  response: z.looseObject({ clientDataJSON: z.string().max(8000) }),
})

/** @throws AppError `bad-input` where it is no answer of a browser. */
export function readSigned<T>(answer: string): T & z.infer<typeof shape> {
  let read: unknown
  try {
    read = answer.length <= 64_000 ? JSON.parse(answer) : null
  } catch {
    read = null
  }
  const known = shape.safeParse(read)
  if (!known.success) throw new AppError('bad-input', 'The device’s answer could not be read. Try again.')
  return known.data as T & z.infer<typeof shape>
}

/** The challenge that an answer says it signed; whether it was ours is asked of the database. */
export function signedChallenge({ response }: { response: { clientDataJSON: string } }): string {
  try {
    const data: unknown = JSON.parse(Buffer.from(response.clientDataJSON, 'base64url').toString('utf8'))
    const challenge = typeof data === 'object' && data !== null && 'challenge' in data ? data.challenge : null
    return typeof challenge === 'string' && challenge !== '' ? challenge : 'none'
  } catch {
    return 'none'
  }
}
