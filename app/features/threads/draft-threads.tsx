import { NameableSources } from '#app/features/sources/nameable.ts'
import type { Answer } from '#app/features/threads/answer.ts'
import { Holds } from '#app/features/threads/holds.tsx'
import { Objections } from '#app/features/threads/objections.tsx'
import { newThreadHref, ThreadList } from '#app/features/threads/thread-list.tsx'
import type { DraftThreadsPage } from '#server/views/draft-threads-page.ts'

/** Everything that is argued about a draft, by place. */
export function DraftThreads({ page, answer }: { page: DraftThreadsPage; answer: Answer | undefined }) {
  const { draft, threads, mayOpen } = page
  return (
    <div className="page page-narrow">
      <p className="eyebrow">
        <a href={`/drafts/${draft.id}`}>Draft: {draft.title}</a>
      </p>
      <h1>Threads</h1>
      <p className="ui">
        {threads.open} open of {threads.total}
      </p>
      {mayOpen ? <OpenLinks draftId={draft.id} hearings={draft.kind === 'strategy'} /> : null}
      {threads.total === 0 ? (
        <p className="muted">
          Nobody argues about this draft yet. A thread belongs to a section or a field; a hearing asks what would prove
          the strategy wrong.
        </p>
      ) : null}
      {threads.places.map(({ place, label }) => (
        <section key={place} aria-labelledby={`place-${place}`}>
          <h2 id={`place-${place}`}>
            {label}
            <span className="count">{threads.byPlace[place]?.open ?? 0} open</span>
          </h2>
          <ThreadList threads={threads.threads.filter((thread) => thread.place === place)} showPlace={false} />
        </section>
      ))}
      <NameableSources value={page.nameable}>
        <Objections objections={page.objections} mayRaise={page.mayRaise} answer={answer} withThread />
      </NameableSources>
      <Holds holds={page.holds} answer={answer} />
    </div>
  )
}

function OpenLinks({ draftId, hearings }: { draftId: string; hearings: boolean }) {
  const about = { draft: draftId }
  return (
    <div className="actions">
      <span className="ui muted">Begin</span>
      {hearings ? (
        <>
          <a className="button" href={newThreadHref(about, { kind: 'falsification' })}>
            Hearing on the falsification signal
          </a>
          <a className="button" href={newThreadHref(about, { kind: 'threshold' })}>
            Hearing on the threshold
          </a>
        </>
      ) : null}
      <a className="button" href={newThreadHref(about)}>
        Another thread
      </a>
    </div>
  )
}
