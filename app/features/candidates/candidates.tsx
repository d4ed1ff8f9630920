import { useSearchParams } from '@remix-run/react'
import { useEffect, useMemo } from 'react'
import { CandidateCard } from '#app/features/candidates/candidate-card.tsx'
import { ProposeForm } from '#app/features/candidates/propose-form.tsx'
import { NewItems } from '#app/features/live/new-items.tsx'
import { useHeldBack } from '#app/features/live/use-held-back.ts'
import { UnderBallot } from '#app/features/suggestions/new-suggestion-form.tsx'
import type { Answer } from '#app/features/threads/answer.ts'
import type { SentPost } from '#app/features/threads/kept-text.ts'
import { forgetSent, keptKey } from '#app/features/threads/kept-text.ts'
import type { Showing } from '#app/features/threads/links.ts'
import type { CandidatesView } from '#server/views/candidates-of.ts'
import type { ThreadPage } from '#server/views/thread-page.ts'

interface CandidatesProps {
  page: ThreadPage
  candidates: CandidatesView
  actorId: string | null
  showing: Showing
  /** The contribution this address was loaded after. */
  sent: SentPost | null
  answer: Answer | undefined
}

/** The wordings that compete, what stands there first. */
export function Candidates({ page, candidates, actorId, showing, sent, answer }: CandidatesProps) {
  const { list } = candidates
  const keep = keptKey(actorId ?? '', page.thread.id, 'candidate')
  const proposed = useProposed(candidates, page.thread.id, keep)
  const items = list.map(({ n, mine }) => ({ id: String(n), mine }))
  const { held, reveal } = useHeldBack(items, 'candidates', null)
  const waiting = new Set(held)
  const standing = list.filter(({ n, state }) => n > 0 && state === 'standing').length

  function show() {
    reveal()
    // After the page has drawn them.
    setTimeout(() => document.getElementById(`candidate-${held[0]}`)?.focus(), 0)
  }

  return (
    <section className="candidates" aria-labelledby="candidates">
      <h2 id="candidates">
        Candidates for “{candidates.placeLabel}”<span className="count">{standing}</span>
      </h2>
      <p className="muted ui">
        {list.length === 1
          ? 'Nobody has proposed another wording yet.'
          : 'Say of each what you think of it; what others think is shown for each once you have.'}
      </p>
      {candidates.underBallot ? <UnderBallot /> : null}
      <NewItems count={held.length} one="candidate" many="candidates" onShow={show} />
      <ol className="candidate-list">
        {list
          .filter(({ n }) => !waiting.has(String(n)))
          .map((candidate) => (
            <CandidateCard
              key={candidate.n}
              candidate={candidate}
              candidates={candidates}
              types={page.types}
              adopted={page.thread.outcomeCandidate === candidate.n}
              actorId={actorId}
              showing={showing}
              sent={sent}
              answer={answer}
            />
          ))}
      </ol>
      {candidates.left > 0 ? (
        <p className="muted ui">{candidates.left} more were withdrawn and are not shown.</p>
      ) : null}
      {candidates.mayPropose ? (
        <ProposeForm
          key={proposed?.id ?? 'first'}
          keep={keep}
          sent={proposed}
          begins={standing === 0}
          answer={answer}
        />
      ) : null}
    </section>
  )
}

/** The candidate this address was loaded after; its kept words are forgotten. */
function useProposed({ list }: CandidatesView, threadId: string, key: string): SentPost | null {
  const n = useSearchParams()[0].get('proposed')
  const mine = list.some((one) => one.mine && String(one.n) === n)
  const sent = useMemo(() => (mine ? { id: `${threadId}/${n}`, key } : null), [mine, threadId, n, key])
  useEffect(() => {
    forgetSent(sent)
    if (sent) document.getElementById(`candidate-${n}`)?.focus()
  }, [sent, n])
  return sent
}
