import { wordsAnchor } from '#domain/anchors/address.ts'
import { excerpt } from '#domain/text/excerpt.ts'
import type { Passage } from '#server/views/passages.ts'

/** The passages of a section that are argued about: the way to their threads that needs neither script nor pointer. */
export function PassageList({ passages, label }: { passages: readonly Passage[]; label: string }) {
  if (passages.length === 0) return null
  return (
    <div className="passages">
      <p className="passages-title">{passages.length === 1 ? 'Argued passage' : 'Argued passages'}</p>
      <ul className="list-plain" aria-label={`Argued passages: ${label}`}>
        {passages.map(({ threadId, title, quote, placed }) => (
          <li key={threadId} id={wordsAnchor(threadId)} className="passage" data-placed={placed}>
            <q className="passage-quote">{excerpt(quote, 120)}</q>{' '}
            <a className="passage-thread" href={`/threads/${threadId}`}>
              {title}
            </a>
            {placed ? null : <span className="passage-gone">These words are not in the text any more.</span>}
          </li>
        ))}
      </ul>
    </div>
  )
}
