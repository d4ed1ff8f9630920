import { Time } from '#app/components/time.tsx'
import { PlainText } from '#app/features/threads/plain-text.tsx'
import { appealWords, caseActWords, decisionReasonWords } from '#domain/moderation/words.ts'
import type { Appeal, Decided } from '#server/views/case-pages.ts'

/** What was decided and why; who did it only for moderators. */
export function Decision({ decided: { act, reason, words, at, until, by } }: { decided: Decided }) {
  return (
    <section aria-labelledby="decision">
      <h2 id="decision">The decision</h2>
      <p>
        <strong>{caseActWords[act].done}</strong>
        {by ? ` by ${by}` : ' by a moderator'}, <Time at={at} />. {decisionReasonWords[reason]}.
      </p>
      {until === null ? null : (
        <p>
          It holds until <Time at={until} /> and ends by itself then.
        </p>
      )}
      <PlainText text={words} />
    </section>
  )
}

/** The appeal and what became of it. */
export function AppealView({ appeal: { state, text, at, words, decidedAt, by } }: { appeal: Appeal }) {
  return (
    <section aria-labelledby="appeal">
      <h2 id="appeal">The appeal</h2>
      <p className="muted">{at === null ? null : <Time at={at} />}</p>
      <PlainText text={text} />
      <p>
        <strong>{appealWords[state]}</strong>
        {by ? `, by ${by}` : null}
        {decidedAt === null ? null : (
          <>
            , <Time at={decidedAt} />
          </>
        )}
        .
      </p>
      {words ? <PlainText text={words} /> : null}
    </section>
  )
}
