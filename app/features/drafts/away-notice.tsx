import { useEffect, useState } from 'react'
import type { AwayNotice as Away } from '#app/editor/away.ts'
import { placeOf } from '#app/editor/part-labels.ts'
import type { EntryKind } from '#domain/entries/kinds.ts'

interface AwayNoticeProps {
  notice: Away
  kind: EntryKind
  draftId: string
  /** Oneself; what one wrote elsewhere is no news. */
  ownId: string
  onDismiss: () => void
}

interface Writer {
  client: number
  actorId: string
  name: string
}

/** Back after a while without a connection: what was sent, and what others changed meanwhile, by name and place. */
export function AwayNotice({ notice, kind, draftId, ownId, onDismiss }: AwayNoticeProps) {
  const writers = useWriters(draftId, notice)
  if (writers === null) return null
  const lines = notice.changed.flatMap(({ part, clients }) => {
    const place = placeOf(kind, part)
    const known = writers.filter(({ client }) => clients.includes(client))
    const others = [...new Set(known.filter(({ actorId }) => actorId !== ownId).map(({ name }) => name))]
    const onlyOwn = known.length > 0 && others.length === 0
    return place && !onlyOwn ? [{ ...place, part, who: others.join(', ') || 'Somebody' }] : []
  })
  if (notice.sent === 0 && lines.length === 0) return null
  return (
    <div className="notice away-notice" role="status">
      <p>
        <strong>Back online.</strong>
        {notice.sent > 0 ? ` ${notice.sent} ${notice.sent === 1 ? 'change' : 'changes'} sent.` : ''}
        {lines.length > 0 ? ' While you were away:' : ''}
      </p>
      {lines.length > 0 ? (
        <ul>
          {lines.map(({ part, who, label, href }) => (
            <li key={part}>
              {who} changed <a href={href}>{label}</a>
            </li>
          ))}
        </ul>
      ) : null}
      <button type="button" className="button button-small" onClick={onDismiss}>
        Close
      </button>
    </div>
  )
}

/** Who the clients are; null until that is known. Where it cannot be found out, nobody is named. */
function useWriters(draftId: string, { changed }: Away): Writer[] | null {
  const [writers, setWriters] = useState<Writer[] | null>(null)
  const clients = [...new Set(changed.flatMap((change) => change.clients))].slice(0, 100).join(',')
  useEffect(() => {
    if (clients === '') return setWriters([])
    let left = false
    fetch(`/drafts/${draftId}/writers?clients=${clients}`)
      .then((answer) => (answer.ok ? answer.json() : { writers: [] }))
      .catch(() => ({ writers: [] }))
      .then((found: { writers: Writer[] }) => {
        if (!left) setWriters(found.writers)
      })
    return () => {
      left = true
    }
  }, [draftId, clients])
  return writers
}
