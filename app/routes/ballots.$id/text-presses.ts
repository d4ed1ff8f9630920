import { redirect } from '@remix-run/node'
import type { Press } from '#app/features/ballots/press-vote.ts'
import { castAnswer, refuseOutdated, seen } from '#app/features/ballots/press-vote.ts'
import { amendChoices, readMoment } from '#app/features/ballots/read-moment.ts'
import { attempted } from '#app/http/refusals.ts'

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
