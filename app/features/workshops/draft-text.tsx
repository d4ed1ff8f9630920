import { Link } from '@remix-run/react'
import { ContentView } from '#app/features/versions/content-view.tsx'
import type { RoomPlace } from '#app/features/workshops/room-place.ts'
import { placeAddress } from '#app/features/workshops/room-place.ts'
import type { RoomPage } from '#server/views/room-page.ts'
import type { RoomText } from '#server/views/room-text.ts'

/** The text of a draft as it stands, to be read on a phone; it changes as others write. */
export function DraftText({ room, text, place }: { room: RoomPage; text: RoomText | null; place: RoomPlace }) {
  if (text === null || text.draft === null) {
    return <p>This workshop works on no draft that is open to you.</p>
  }
  const { draft, drafts, shown } = text
  return (
    <section aria-labelledby="draft-text" className="room-text">
      <h2 id="draft-text">{draft.title}</h2>
      {drafts.length > 1 ? (
        <nav className="room-drafts" aria-label="Drafts of this workshop">
          {drafts.map(({ id, title }) => (
            <Link
              key={id}
              to={placeAddress(room.code, { ...place, draft: id })}
              aria-current={id === draft.id ? 'true' : undefined}
            >
              {title}
            </Link>
          ))}
        </nav>
      ) : null}
      {shown === null ? (
        <p className="notice notice-warn">The text cannot be loaded now. It is kept; look again in a moment.</p>
      ) : shown.sections.length === 0 && shown.fields.length === 0 ? (
        <p>Nothing is written there yet.</p>
      ) : (
        <ContentView shown={shown} level="h3" />
      )}
      <p>
        <a className="button" href={`/drafts/${draft.id}`}>
          {room.may.write ? 'Write in it' : 'Its own page'}
        </a>
      </p>
    </section>
  )
}
