import { Form } from '@remix-run/react'
import { Hidden } from '#app/features/threads/hidden.tsx'
import { Untouched, VersionOfTable } from '#app/features/workshops/table-version.tsx'
import type { RoomPerson } from '#server/views/room-people.ts'
import type { ConsoleTable, ConsoleTables } from '#server/views/room-tables.ts'
import type { TablePart, TableVersion } from '#server/views/tables-compared.ts'

interface TablesProps {
  tables: ConsoleTables
  people: readonly RoomPerson[]
  live: boolean
  /** A hum may be asked now. */
  mayAsk: boolean
}

/** Splitting the room, what its tables work on, and in plenum what each wrote. */
export function ConsoleTablesCard({ tables, people, live, mayAsk }: TablesProps) {
  const { sitting, list, parts } = tables
  if (!live && list.length === 0) return null
  return (
    <section aria-labelledby="tables" className="console-tables">
      <h2 id="tables">Tables</h2>
      {sitting ? <Sitting tables={tables} people={people} /> : live ? <Together tables={tables} /> : null}
      {sitting || list.length === 0 ? null : (
        <>
          <h3 id="tables-wrote">What the tables wrote</h3>
          {parts.length === 0 ? (
            <p>No table has changed the text. What they proposed stands below.</p>
          ) : (
            parts.map((part) => <PartOfTables key={part.part} part={part} mayAsk={mayAsk} />)
          )}
        </>
      )}
      {list.length > 0 ? <TableList list={list} sitting={sitting} /> : null}
      {sitting || list.length === 0 ? null : (
        <Form method="post" preventScrollReset>
          <p className="muted">
            When the room has chosen: what was taken from is closed as merged, the others as withdrawn. All stay
            readable.
          </p>
          <button className="button" name="intent" value="tables-away" type="submit">
            Put the tables’ versions away
          </button>
        </Form>
      )}
    </section>
  )
}

function Together({ tables: { would, list } }: { tables: ConsoleTables }) {
  if (would === null) return <p className="muted">Splitting takes at least two people besides the facilitators.</p>
  return (
    <Form method="post" preventScrollReset>
      <p>
        {would} tables, as many at each as can be. Each gets its own version of the text; the common text is locked
        until you are back in plenum.
      </p>
      <button className="button" name="intent" value="to-tables" type="submit">
        {list.length > 0 ? 'Go to tables again' : 'Go to tables'}
      </button>
    </Form>
  )
}

function Sitting({ tables: { list }, people }: { tables: ConsoleTables; people: readonly RoomPerson[] }) {
  const seated = people.filter(({ table, facilitator }) => table !== null && !facilitator)
  return (
    <>
      <Form method="post" preventScrollReset>
        <button className="button button-primary" name="intent" value="plenum" type="submit">
          Back to plenum
        </button>{' '}
        <span className="muted">The tables’ versions stand still then.</span>
      </Form>
      {seated.length > 0 ? (
        <details>
          <summary>Move somebody</summary>
          <Form method="post" className="form-row" preventScrollReset>
            <input type="hidden" name="intent" value="seat" />
            <label className="field">
              <span>Who</span>
              <select name="actorId">
                {seated.map(({ actorId, name, table }) => (
                  <option key={actorId} value={actorId}>
                    {name} (table {table})
                  </option>
                ))}
              </select>
            </label>
            <label className="field">
              <span>To table</span>
              <select name="table">
                {list.map(({ n }) => (
                  <option key={n} value={n}>
                    {n}
                  </option>
                ))}
              </select>
            </label>
            <button className="button" type="submit">
              Move
            </button>
          </Form>
        </details>
      ) : null}
    </>
  )
}

function TableList({ list, sitting }: { list: readonly ConsoleTable[]; sitting: boolean }) {
  return (
    <ul className="list-plain console-table-list">
      {list.map(({ n, people, draftId, threadId, wordings }) => (
        <li key={n} className="card">
          <h3>Table {n}</h3>
          <p>
            {sitting ? <>{people === 1 ? '1 person' : `${people} people`} · </> : null}
            <a href={`/drafts/${draftId}`}>
              its version<span className="visually-hidden"> of table {n}</span>
            </a>
            {threadId ? (
              <>
                {' '}
                ·{' '}
                <a href={`/threads/${threadId}`}>
                  its hearing<span className="visually-hidden"> of table {n}</span>
                </a>
              </>
            ) : null}
          </p>
          {wordings.length > 0 ? (
            <ol className="list-plain">
              {wordings.map((one) => (
                <li key={one.n}>
                  <p className="as-written">{one.text}</p>
                  <p className="muted">
                    Candidate {one.n} by {one.author} · {one.counts.agree} agree, {one.counts.unsure} unsure,{' '}
                    {one.counts.disagree} disagree
                  </p>
                  {one.carried ? (
                    <p className="state state-ok">✓ carried into its version</p>
                  ) : (
                    <Form method="post" preventScrollReset>
                      <Hidden fields={{ threadId: threadId ?? '', candidate: String(one.n) }} />
                      <button className="button button-small" name="intent" value="adopt" type="submit">
                        Put into table {n}’s version<span className="visually-hidden">: candidate {one.n}</span>
                      </button>
                    </Form>
                  )}
                </li>
              ))}
            </ol>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

function PartOfTables({ part, mayAsk }: { part: TablePart; mayAsk: boolean }) {
  return (
    <section className="console-part" aria-label={part.label}>
      <h4>{part.label}</h4>
      <div className="table-versions">
        {part.versions.map((version) => (
          <div key={version.table} className="card comparison">
            <h5>Table {version.table}</h5>
            <VersionOfTable version={version} part={part.part} />
            {version.stands ? null : <Choose version={version} part={part} mayAsk={mayAsk} />}
          </div>
        ))}
      </div>
      <Untouched tables={part.untouched} />
    </section>
  )
}

function Choose({ version, part, mayAsk }: { version: TableVersion; part: TablePart; mayAsk: boolean }) {
  const { table, mine, theirs } = version
  const name = `table ${table}’s wording of “${part.label}”`
  return (
    <div className="actions">
      <Form method="post" preventScrollReset>
        <Hidden fields={{ intent: 'take-table', table: String(table), part: part.part, mine, theirs }} />
        <button className="button button-small button-primary" type="submit">
          Take table {table}’s wording<span className="visually-hidden">: {part.label}</span>
        </button>
      </Form>
      {mayAsk ? (
        <Form method="post" preventScrollReset>
          <Hidden fields={{ intent: 'hum-open', question: `Shall we take ${name}?` }} />
          <button className="button button-small" type="submit">
            Ask the room<span className="visually-hidden"> about {name}</span>
          </button>
        </Form>
      ) : null}
    </div>
  )
}
