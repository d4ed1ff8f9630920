import { json } from '@remix-run/node'
import { readVote, reviewFault } from '#app/features/ballots/read-marks.ts'
import { attempted } from '#app/http/refusals.ts'
import type { Viewer } from '#domain/access/viewer.ts'
import type { Services } from '#server/services.ts'
import type { CastReceipt } from '#server/usecases/ballots/cast-vote.ts'

export interface Press {
  services: Services
  viewer: Viewer | null
  ballotId: string
  typed: Record<string, string>
}

/** A step of a vote that was pressed, on the page of the ballot or in a room: review, edit or cast. */
export async function pressVote(press: Press) {
  const { services, viewer, ballotId, typed } = press
  const { intent } = typed
  const outdated = intent === 'edit' ? null : await refuseOutdated(press)
  if (outdated) return outdated
  if (intent === 'cast') {
    const vote = { ballotId, ...readVote(typed), publishObjection: typed.publishObjection === 'yes', ...seen(typed) }
    return attempted(services.castVote(viewer, vote), typed, castAnswer)
  }
  const fault = intent === 'review' ? reviewFault(typed) : null
  if (!fault) return json({ step: intent === 'review' ? ('review' as const) : ('edit' as const), typed })
  const title = 'Your ballot is not complete'
  const refusal = { code: 'bad-input', title, detail: fault.words, status: 400, field: fault.field }
  return json({ refusal, typed }, { status: 400 })
}

/** The answer to a vote that was cast: its receipt, which is shown once and kept by nobody. */
export function castAnswer(cast: CastReceipt) {
  return json({ step: 'cast' as const, cast, typed: {} }, { headers: { 'Cache-Control': 'no-store' } })
}

/**
 * Refuses a vote whose form showed an older text, with what changed since and everything that was typed
 * (ballots SPEC [B47]); null where its text is the one under vote.
 */
export async function refuseOutdated({ services, viewer, ballotId, typed }: Press) {
  const { contentHash } = typed
  if (contentHash === undefined) return null
  const since = await services.changedSince(viewer, { ballotId, contentHash }).catch(() => null)
  if (!since) return null
  const detail = 'Nothing was cast. Read what changed and decide again; what you wrote is still there.'
  const title = 'The text was changed while you were voting'
  return json({ refusal: { code: 'conflict', title, detail, status: 409 }, typed, since }, { status: 409 })
}

/** The text that a form showed, where it says which. */
export function seen({ contentHash }: Record<string, string>): { contentHash?: string } {
  return contentHash === undefined ? {} : { contentHash }
}
