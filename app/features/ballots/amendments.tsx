import { Time } from '#app/components/time.tsx'
import { ReasonDetails } from '#app/features/ballots/reason-details.tsx'
import type { Answer } from '#app/features/threads/answer.ts'
import { amendmentWords } from '#domain/ballots/amendment.ts'
import { shortHash } from '#domain/record/hash.ts'
import type { Amendment } from '#server/views/ballot-amendments.ts'

/** Every change of the text under vote, first to last, with its note and what was said against it. */
export function Amendments({ amendments, answer }: { amendments: readonly Amendment[]; answer: Answer | undefined }) {
  if (amendments.length === 0) return null
  return (
    <section aria-labelledby="amendments">
      <h2 id="amendments">
        Changes under vote <span className="count">{amendments.length}</span>
      </h2>
      <ol className="list-plain amendments">
        {amendments.map((amendment) => (
          <li key={amendment.n} id={`amendment-${amendment.n}`} className="card">
            <OneAmendment amendment={amendment} answer={answer} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function OneAmendment({ amendment, answer }: { amendment: Amendment; answer: Answer | undefined }) {
  const { n, at, change, by, note, parts, contentHash, challenge, mayChallenge } = amendment
  return (
    <>
      <p className="ballot-line">
        <strong>{amendmentWords[change].label}</strong>
        <span>
          by {by} <Time at={at} />
        </span>
        <span>text {shortHash(contentHash)}</span>
      </p>
      <p className="as-written">{note}</p>
      <p className="ui muted">Changed: {parts.join(', ')}.</p>
      {challenge ? (
        <p className="notice notice-warn">
          {challenge.by} challenged it <Time at={challenge.at} />, so it counts as a change of meaning:{' '}
          <span className="as-written">{challenge.reason}</span>
        </p>
      ) : null}
      {mayChallenge ? <Challenge n={n} answer={answer} /> : null}
    </>
  )
}

/** Says that a change called a typo is more than that. */
function Challenge({ n, answer }: { n: number; answer: Answer | undefined }) {
  return (
    <ReasonDetails
      summary="Challenge: it is more than a typo"
      hidden={{ intent: 'challenge', n: String(n) }}
      answer={answer}
      label="What it changes in meaning"
      hint="Everyone sees it. Those who voted before the change are then asked again."
      button="Challenge this change"
    />
  )
}
