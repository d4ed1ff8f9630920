import { excerpt } from '#domain/text/excerpt.ts'
import type { ChallengeLine } from '#server/views/challenge-pages.ts'
import { ChallengeState } from './challenge-state.tsx'

/** Characters of a reason on the page of its entry. */
const shownReason = 160

/** What a reader of an entry is told first: that its text is challenged, or is to be revised. */
export function ChallengeLines({ challenges, current }: { challenges: readonly ChallengeLine[]; current: number }) {
  if (challenges.length === 0) return null
  return (
    <div className="notice notice-warn" role="note">
      {challenges.map(({ id, n, state, about, threadId, reason }) => (
        <p key={id}>
          {state === 'open'
            ? `Version ${n} is challenged${n === current ? '' : ', which is not the current one'}, ${about.toLowerCase()}: `
            : `A challenge to version ${n} was upheld, ${about.toLowerCase()}; a revision is due: `}
          “{excerpt(reason, shownReason)}” <a href={`/challenges/${id}`}>The challenge</a> ·{' '}
          <a href={`/threads/${threadId}`}>Where it is argued</a>
        </p>
      ))}
    </div>
  )
}

/** The challenges to one version, in its history. */
export function ChallengeList({ challenges }: { challenges: readonly ChallengeLine[] }) {
  if (challenges.length === 0) return null
  return (
    <ul className="list-plain">
      {challenges.map(({ id, state, about }) => (
        <li key={id}>
          <ChallengeState state={state} /> <a href={`/challenges/${id}`}>Challenge: {about.toLowerCase()}</a>
        </li>
      ))}
    </ul>
  )
}

/** Says above a thread that it argues a challenge. */
export function ChallengesHere({ challenges }: { challenges: readonly Pick<ChallengeLine, 'id' | 'n' | 'state'>[] }) {
  if (challenges.length === 0) return null
  return (
    <div className="notice" role="note">
      {challenges.map(({ id, n, state }) => (
        <p key={id}>
          <ChallengeState state={state} /> This argues a <a href={`/challenges/${id}`}>challenge to version {n}</a>.
        </p>
      ))}
    </div>
  )
}
