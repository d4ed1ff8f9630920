import { json, redirect } from '@remix-run/node'
import { amendChoices, readMoment } from '#app/features/ballots/read-moment.ts'
import { attempted } from '#app/http/refusals.ts'
import type { Viewer } from '#domain/access/viewer.ts'
import type { Services } from '#server/services.ts'
import type { CastReceipt } from '#server/usecases/ballots/cast-vote.ts'

interface Press {
  services: Services
  viewer: Viewer | null
  ballotId: string
  typed: Record<string, string>
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

export async function pressReaffirm(press: Press) {
  const { services, viewer, ballotId, typed } = press
  const outdated = await refuseOutdated(press)
  if (outdated) return outdated
  return attempted(services.reaffirmVote(viewer, { ballotId, ...seen(typed) }), typed, castAnswer)
}

export function pressAmend({ services, viewer, ballotId, typed }: Press) {
  const { change = '', note, closes = 'stays' } = typed
  const text = (name: string) => typed[name] ?? ''
  const closesAt = closes === 'stays' ? {} : { closesAt: readMoment(text, 'closes', amendChoices, Number(typed.from)) }
  const amended = services.amendBallot(viewer, { ballotId, change, note, ...closesAt, ...seen(typed) })
  return attempted(amended, typed, ({ n }) => redirect(`/ballots/${ballotId}#amendment-${n}`))
}

export function pressChallenge({ services, viewer, ballotId, typed }: Press) {
  const n = Number(typed.n)
  const challenged = services.challengeAmendment(viewer, { ballotId, n, reason: typed.reason })
  return attempted(challenged, typed, () => redirect(`/ballots/${ballotId}#amendment-${n}`))
}

/** The text that a form showed, where it says which. */
export function seen({ contentHash }: Record<string, string>): { contentHash?: string } {
  return contentHash === undefined ? {} : { contentHash }
}
