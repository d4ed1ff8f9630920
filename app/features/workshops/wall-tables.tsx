import { Untouched, VersionOfTable } from '#app/features/workshops/table-version.tsx'
import { Timer } from '#app/features/workshops/timer.tsx'
import { Instruction } from '#app/features/workshops/wall.tsx'
import type { ProjectorView } from '#server/views/workshop-live.ts'

/** On the wall: how many sit at which table, and back in plenum what each of them wrote. No names. */
export function WallTables({ view }: { view: ProjectorView }) {
  const { room, tables } = view
  const { sitting = false, list = [], parts = [] } = tables ?? {}
  if (list.length === 0) return <Instruction view={view} />
  if (sitting) {
    return (
      <div className="wall-list">
        <p className="wall-phase">{room.present?.title}</p>
        <h1>{room.present?.instruction || 'At the tables'}</h1>
        <ol className="wall-seats">
          {list.map(({ n, people }) => (
            <li key={n}>
              <strong>Table {n}</strong> {people === 1 ? '1 person' : `${people} people`}
            </li>
          ))}
        </ol>
        <Timer clock={room.clock} className="wall-timer" />
      </div>
    )
  }
  return (
    <div className="wall-tables">
      <p className="wall-phase">{room.present?.title}</p>
      <h1>{parts.length === 0 ? 'No table has changed the text' : 'What the tables wrote'}</h1>
      {parts.map((part) => (
        <section key={part.part} aria-label={part.label}>
          <h2>{part.label}</h2>
          <div className="table-versions">
            {part.versions.map((version) => (
              <div key={version.table} className="comparison">
                <h3>Table {version.table}</h3>
                <VersionOfTable version={version} part={part.part} />
              </div>
            ))}
          </div>
          <Untouched tables={part.untouched} />
        </section>
      ))}
    </div>
  )
}
