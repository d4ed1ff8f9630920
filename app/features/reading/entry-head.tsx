import type { ReactNode } from 'react'
import { Day } from '#app/components/day.tsx'
import { Time } from '#app/components/time.tsx'
import { ChallengeLines } from '#app/features/challenges/challenge-lines.tsx'
import { SinceRead } from '#app/features/watching/since-read.tsx'
import type { EntryFrame } from '#server/views/entry-frame.ts'
import { DaysNotice } from './days-notice.tsx'

/** Top of an entry's page: where one is, what it is called, how it stands. */
export function EntryHead({ frame, eyebrow, lede }: { frame: EntryFrame; eyebrow?: ReactNode; lede?: ReactNode }) {
  return (
    <header className="entry-head">
      <p className="eyebrow">
        <a href={`/${frame.place.split('/')[0]}`}>← {frame.plural}</a>
        {eyebrow ? <> · {eyebrow}</> : null}
      </p>
      <h1>{frame.title}</h1>
      {lede}
      <EntryStatus frame={frame} />
      <SinceRead since={frame.since} />
      <DaysNotice days={frame.days} n={frame.version.n} />
      <ChallengeLines challenges={frame.challenges} current={frame.version.n} />
    </header>
  )
}

function EntryStatus({ frame }: { frame: EntryFrame }) {
  const { version, path, deliberation, minorityNotes, edition, days } = frame
  const { n, publishedAt, decision } = version
  return (
    <>
      <p className="entry-status">
        <span className="entry-published">✓ Published</span>
        <a href={`${path}/v/${n}`}>version {n}</a>
        <Time at={publishedAt} only="date" />
        {edition ? <a href={`/editions/${edition}`}>edition {edition}</a> : null}
        <a href={`${path}/history`}>history</a>
        {days.reviewAt === null || days.due || days.expired ? null : (
          <span>
            review due <Day at={days.reviewAt} />
          </span>
        )}
        {deliberation.threads.length > 0 ? (
          <a href="#threads">
            {deliberation.threads.length === 1 ? '1 thread' : `${deliberation.threads.length} threads`}
          </a>
        ) : null}
      </p>
      {decision.ballot ? (
        <p className="entry-status">
          <span>
            {decision.summary} <a href={decision.ballot}>See the ballot</a>
          </span>
          {minorityNotes.length > 0 ? (
            <a href="#minority-notes">
              {minorityNotes.length === 1 ? '1 minority note' : `${minorityNotes.length} minority notes`}
            </a>
          ) : null}
        </p>
      ) : null}
    </>
  )
}
