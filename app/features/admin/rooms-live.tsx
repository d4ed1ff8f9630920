import type { AdminRooms } from '#server/views/admin-rooms.ts'

/** What the collaboration server holds: its counts, and each open document; rows become cards on a narrow page. */
export function RoomsLive({ status, rooms }: AdminRooms) {
  return (
    <section aria-labelledby="rooms">
      <h2 id="rooms">Rooms live</h2>
      {status.degraded ? (
        <p className="state state-bad" role="alert">
          ✕ Writing to disk fails. Changes are kept in memory and tried again; look at free space and the server’s log.
        </p>
      ) : null}
      <dl className="admin-counts">
        <Count name="Open documents" value={status.rooms} />
        <Count name="Sockets" value={status.sockets} />
        <Count name="Not yet on disk" value={status.dirtyRooms} />
        <Count name="Changes waiting" value={status.queueDepth} />
        <Count name="Bytes waiting" value={status.queuedBytes} />
        <Count name="Slowest reader, bytes" value={status.bufferedMost} />
      </dl>
      {rooms.length === 0 ? (
        <p className="muted">Nobody has a draft open at the moment.</p>
      ) : (
        <RoomTable rooms={rooms} />
      )}
    </section>
  )
}

function Count({ name, value }: { name: string; value: number }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{grouped(value)}</dd>
    </div>
  )
}

function RoomTable({ rooms }: Pick<AdminRooms, 'rooms'>) {
  return (
    <table className="table table-cards">
      <caption className="visually-hidden">Open documents, those with most people first</caption>
      <thead>
        <tr>
          <th scope="col">Draft</th>
          <th scope="col">People</th>
          <th scope="col">State</th>
          <th scope="col">Changes</th>
          <th scope="col">Size</th>
        </tr>
      </thead>
      <tbody>
        {rooms.map(({ draftId, title, people, sockets, seq, unwritten, bytes, damage, generation }) => (
          <tr key={draftId}>
            <th scope="row">
              <a href={`/drafts/${draftId}`}>{title}</a>
              {generation > 1 ? <span className="table-note">Generation {generation}</span> : null}
            </th>
            <td data-label="People">
              {people.length === 0 ? 'Nobody' : people.join(', ')}
              {sockets > people.length ? <span className="table-note">{sockets} windows</span> : null}
            </td>
            <td data-label="State">
              {damage !== null ? (
                <>
                  <span className="state state-bad">✕ Quarantined</span>
                  <span className="table-note">{damage}</span>
                </>
              ) : unwritten > 0 ? (
                <span className="state state-warn">{grouped(unwritten)} not yet on disk</span>
              ) : (
                <span className="state state-ok">✓ On disk</span>
              )}
            </td>
            <td data-label="Changes">{grouped(seq)}</td>
            <td data-label="Size">{grouped(Math.ceil(bytes / 1024))} kB</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const grouped = (value: number) => value.toLocaleString('en-GB')
