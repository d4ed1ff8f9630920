import { Link, useNavigate } from '@remix-run/react'
import { useEffect, useState } from 'react'
import { Time } from '#app/components/time.tsx'
import { Comparison } from '#app/features/versions/comparison.tsx'
import { ContentView } from '#app/features/versions/content-view.tsx'
import { replayAddress } from '#app/features/workshops/replay-phases.tsx'
import type { ReplayText as Text, WorkshopReplay } from '#server/views/workshop-replay.ts'

interface ReplayTextProps {
  page: WorkshopReplay
  draft: { id: string; title: string }
  text: Text
}

/** One step of a replay: where it is in time, what changed since the phase began, and the whole text as it stood. */
export function ReplayText({ page, draft, text }: ReplayTextProps) {
  const { room, visits } = page
  const { step, moment, shown, comparison, earlier, later } = text
  const visit = visits[step.visit]
  const to = (one: { visit: number; at: number }) => replayAddress(room.id, draft.id, one)
  const began = step.at === visit?.before
  const still = visit?.before === visit?.after
  return (
    <section aria-labelledby="step">
      <h2 id="step">
        {visit?.title}:{' '}
        {still
          ? 'the text stayed as it was'
          : began
            ? 'as it began'
            : step.at === visit?.after
              ? 'as it ended'
              : 'on the way'}
      </h2>
      <p>
        <a href={`/drafts/${draft.id}`}>{draft.title}</a>
        {moment === null ? (
          ', before anything was written.'
        ) : (
          <>
            , after a change by {moment.by}, <Time at={moment.at} />.{' '}
            <a href={`/drafts/${draft.id}/history/${moment.address}`}>In its own history</a>
          </>
        )}
      </p>
      <nav className="replay-steps" aria-label="Through time">
        {earlier ? (
          <Link className="button" to={to(earlier)} preventScrollReset>
            ← Earlier
          </Link>
        ) : (
          <span className="muted">This is the beginning.</span>
        )}
        {visit ? <Slider key={step.visit} page={page} draftId={draft.id} step={step} visit={visit} /> : null}
        {later ? (
          <Link className="button" to={to(later)} preventScrollReset>
            Later →
          </Link>
        ) : (
          <span className="muted">This is the end.</span>
        )}
      </nav>
      <h3>What changed since the phase began</h3>
      {began && !still ? (
        <p className="muted">Nothing yet: this is how it began.</p>
      ) : (
        <Comparison comparison={comparison} level="h3" />
      )}
      <details className="unfold" open>
        <summary>The whole text at this moment</summary>
        {shown.title === draft.title ? null : <p className="muted">Its title was “{shown.title}”.</p>}
        {shown.sections.length === 0 && shown.fields.length === 0 ? <p>Nothing was written there.</p> : null}
        <ContentView shown={shown} level="h3" />
      </details>
    </section>
  )
}

interface SliderProps {
  page: WorkshopReplay
  draftId: string
  step: Text['step']
  visit: { before: number; after: number }
}

/** The changes of one phase under a finger. Without scripts it is a form with a button. */
function Slider({ page, draftId, step, visit }: SliderProps) {
  const navigate = useNavigate()
  const [at, setAt] = useState(step.at)
  useEffect(() => setAt(step.at), [step.at])
  const changes = visit.after - visit.before
  if (changes < 2) return null
  const go = (to: number) => {
    const address = replayAddress(page.room.id, draftId, { visit: step.visit, at: to })
    if (to !== step.at) navigate(address, { preventScrollReset: true, replace: true })
  }
  const done = () => go(at)
  return (
    <form method="get" className="replay-slider">
      <input type="hidden" name="draft" value={draftId} />
      <input type="hidden" name="phase" value={step.visit + 1} />
      <label htmlFor="replay-at">
        Change {at - visit.before} of {changes}
      </label>
      <input
        id="replay-at"
        type="range"
        name="at"
        min={visit.before}
        max={visit.after}
        value={at}
        onChange={(event) => setAt(Number(event.target.value))}
        onPointerUp={done}
        onKeyUp={done}
      />
      <noscript>
        <button className="button button-small" type="submit">
          Show it
        </button>
      </noscript>
    </form>
  )
}
