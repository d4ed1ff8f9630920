import { Time } from '#app/components/time.tsx'
import type { BallotAnswer } from '#app/features/ballots/vote-panel.tsx'
import { VotePanel } from '#app/features/ballots/vote-panel.tsx'
import type { Answer } from '#app/features/threads/answer.ts'
import { StanceForm } from '#app/features/threads/reactions.tsx'
import { AdvisoryAnswers } from '#app/features/workshops/advisory.tsx'
import { stanceLabels } from '#domain/threads/reactions.ts'
import type { RoomPage } from '#server/views/room-page.ts'

type Ballot = NonNullable<RoomPage['ballot']>

interface RoomVoteProps {
  room: RoomPage
  tab: string
  /** To the last step of the vote, and how to put it aside. */
  voted: BallotAnswer | undefined
  putAside: () => void
  answer: Answer | undefined
}

/** The ballot of the room on a phone: the paper for who is on the electorate, and for others an advisory answer. */
export function RoomVote({ room, tab, voted, putAside, answer }: RoomVoteProps) {
  const { ballot, code } = room
  if (ballot === null) return <p>The ballot opens in a moment. This page turns by itself.</p>
  const { paper, advisory, result } = ballot
  return (
    <div className="room-vote">
      <h2>{ballot.question}</h2>
      <p className="ui muted">
        {ballot.turnout} of {ballot.electorate} voted. <Closing ballot={ballot} />
      </p>
      {room.me.party === 'guest' ? null : (
        <p className="ui">
          <a href={`/ballots/${ballot.id}`}>
            {ballot.state === 'open' ? 'Read the text under vote' : 'All of the ballot'}
          </a>
        </p>
      )}
      {paper ? (
        <VotePanel
          page={paper}
          contentHash={paper.contentHash}
          answer={voted}
          putAside={putAside}
          here={`/w/${code}?tab=vote`}
        />
      ) : null}
      {ballot.whyNot ? <p className="notice">{ballot.whyNot}</p> : null}
      {advisory.may || advisory.own ? <AdvisoryForm ballot={ballot} tab={tab} answer={answer} /> : null}
      {result ? <RoomResult result={result} /> : null}
      {ballot.state === 'closed' && !result ? <p>The result is revealed in a moment.</p> : null}
    </div>
  )
}

function Closing({ ballot }: { ballot: Ballot }) {
  if (ballot.state === 'counting') return 'It is being counted.'
  if (ballot.state !== 'open') return 'It has closed.'
  return (
    <>
      It closes <Time at={ballot.closesAt} />.
    </>
  )
}

/** What somebody says who does not vote: beside the ballot, and said to be. */
function AdvisoryForm({ ballot, tab, answer }: { ballot: Ballot; tab: string; answer: Answer | undefined }) {
  const { may, own } = ballot.advisory
  return (
    <section className="card" aria-labelledby="advisory">
      <h3 id="advisory">Your advisory answer</h3>
      <p>
        It stands beside the ballot and is <strong>not counted</strong>. It is shown as a number, without your name,
        once the ballot has closed.
      </p>
      <StanceForm
        hidden={{ intent: 'advisory', ballotId: ballot.id, back: tab }}
        question="What do you say beside the ballot?"
        may={may}
        own={own}
        counts={null}
        answer={answer}
      />
      {own ? (
        <p role="status" className="ui">
          Sent: {stanceLabels[own].toLowerCase()}. {may ? 'You can change it until the ballot closes.' : ''}
        </p>
      ) : null}
    </section>
  )
}

/** How the ballot ended, with what stood beside it. */
function RoomResult({ result }: { result: NonNullable<Ballot['result']> }) {
  return (
    <section className="card" aria-labelledby="room-result">
      <h3 id="room-result">{result.label}</h3>
      <p>{result.sentence}</p>
      <AdvisoryAnswers advisory={result.advisory} />
    </section>
  )
}
