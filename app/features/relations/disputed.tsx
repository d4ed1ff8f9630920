import type { DisputeView } from '#server/views/dispute-view.ts'

/** Which declaration a thread disputes, and what its outcome does. */
export function Disputed({ dispute: { from, to, kind, capacity, stands } }: { dispute: DisputeView }) {
  const side = capacity === 'moderator' ? 'A moderator' : `Those who write ${to.title}`
  return (
    <div className="notice" id="dispute">
      <p>
        <a href={from.href}>{from.title}</a> declares a {kind} with <a href={to.href}>{to.title}</a>. {side} dispute
        {capacity === 'moderator' ? 's' : ''} that here.
      </p>
      <p className="muted">
        {stands
          ? 'Upheld, the declaration is withdrawn or reworded in the next version; set aside, it stands as before. Each side can only give in; a moderator of neither side may decide.'
          : 'The declaration was withdrawn or worded anew since, so the outcome changes nothing any more.'}
      </p>
    </div>
  )
}
