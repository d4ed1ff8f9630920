import type { ReactNode } from 'react'
import { PageWords } from '#app/features/anchors/page-words.tsx'
import { useLive } from '#app/features/live/use-live.ts'
import type { EntryFrame } from '#server/views/entry-frame.ts'
import { EntryEnd } from './entry-end.tsx'
import { EntryHead } from './entry-head.tsx'
import { DeliberationCard, TakeAwayCard } from './entry-side.tsx'
import { OpenQuestions } from './open-questions.tsx'

interface EntryPageProps {
  frame: EntryFrame
  eyebrow?: ReactNode
  lede?: ReactNode
  /** Cards of this kind of entry, above the common ones. */
  cards?: ReactNode
  children: ReactNode
}

/** The page of an entry that is not a strategy. */
export function EntryPage({ frame, eyebrow, lede, cards, children }: EntryPageProps) {
  useLive([`entry/${frame.entryId}`])
  return (
    <div className="page page-with-side entry-page">
      <article className="entry-text">
        <EntryHead frame={frame} eyebrow={eyebrow} lede={lede} />
        <PageWords entry={frame.place} version={frame.version.n} passages={frame.deliberation.passages}>
          {children}
        </PageWords>
        <OpenQuestions frame={frame} />
        <EntryEnd frame={frame} />
      </article>
      <aside className="side" aria-label="About this entry">
        {cards}
        <DeliberationCard frame={frame} />
        <TakeAwayCard frame={frame} />
      </aside>
    </div>
  )
}
