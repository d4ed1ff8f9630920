import { Time } from '#app/components/time.tsx'
import { DraftStateMark } from '#app/features/drafts/draft-state.tsx'
import { WatchControl } from '#app/features/watching/watch-control.tsx'
import { dayOf } from '#domain/text/day.ts'
import type { EntryFrame } from '#server/views/entry-frame.ts'
import type { PendingChanges } from '#server/views/pending-changes.ts'

/** What is being argued and decided about an entry, and how to take part. */
export function DeliberationCard({ frame }: { frame: EntryFrame }) {
  const { drafts, ballots, open } = frame.deliberation
  const quiet = drafts.length === 0 && ballots.length === 0 && open.length === 0
  return (
    <section className="card" id="deliberation">
      <h2>Open deliberation</h2>
      {quiet ? <p>Nobody is revising this entry, and nothing about it is under vote.</p> : null}
      <ul className="list-plain card-list">
        {drafts.map((draft) => (
          <li key={draft.id}>
            <DraftStateMark state={draft.state} /> {draft.href ? <a href={draft.href}>Draft revision</a> : 'A revision'}
            {draft.openThreads > 0 ? <> · {counted(draft.openThreads, 'open thread')}</> : null}
            {draft.changes ? <Pending changes={draft.changes} /> : null}
          </li>
        ))}
        {ballots.map((ballot) => (
          <li key={ballot.id}>
            {ballot.href ? <a href={ballot.href}>Ballot</a> : 'A ballot'} closes <Time at={ballot.closesAt} />
          </li>
        ))}
        {open.map(({ kind, label, n }) => (
          <li key={kind}>
            <a href="#threads">
              {label}: {n} open
            </a>
          </li>
        ))}
      </ul>
      <p className="card-act">
        <a className="button" href={`/drafts/new?entry=${frame.place}`}>
          Propose a revision
        </a>
      </p>
      <p className="card-links no-print">
        <a href={`/challenges/new?entry=${frame.place}`}>Challenge this version</a>
        {frame.place.startsWith('people/') ? (
          <a href={`/flag?thing=person/${frame.entryId}`}>Ask for a correction</a>
        ) : null}
        {frame.days.affirm ? <a href={frame.days.affirm}>Say that it still stands</a> : null}
      </p>
      <WatchControl watch={frame.watch} />
      {frame.ask || frame.withdraw ? (
        <p className="card-links no-print">
          {frame.ask ? <a href={frame.ask}>Put a question to a ballot</a> : null}
          {frame.withdraw ? <a href={frame.withdraw}>Withdraw this entry</a> : null}
        </p>
      ) : null}
    </section>
  )
}

/** Which parts a draft would change of what the page says. */
function Pending({ changes: { parts, href } }: { changes: PendingChanges }) {
  return (
    <p className="ui muted pending-changes">
      {parts.length > 0 ? `Would change: ${parts.join(', ')}.` : 'Changes nothing so far.'}
      {href && parts.length > 0 ? (
        <>
          {' '}
          <a href={href}>Compare</a>
        </>
      ) : null}
    </p>
  )
}

/** The entry in other forms, and how to cite it. */
export function TakeAwayCard({ frame }: { frame: EntryFrame }) {
  const { path, title, version, address } = frame
  return (
    <section className="card take-away">
      <h2>Take with you</h2>
      <p className="card-links no-print">
        <a href={`${path}.md`}>Markdown</a> <a href={`${path}.json`}>JSON</a>{' '}
        <a href={`${path}/v/${version.n}`}>Permanent link</a> <a href={`${path}/feed.xml`}>Feed</a>
      </p>
      <h3>Cite</h3>
      <p className="muted take-away-cite">
        AGI Strategies, “{title}”, version {version.n}, {dayOf(version.publishedAt)}. {address}
      </p>
      <p className="card-links no-print">
        <a href={`${path}.bib`}>BibTeX</a> <a href={`${path}.ris`}>RIS</a> <a href={`${path}.csl`}>CSL</a>
      </p>
    </section>
  )
}

function counted(n: number, word: string): string {
  return `${n} ${word}${n === 1 ? '' : 's'}`
}
