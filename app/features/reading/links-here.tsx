import type { LinksGroup } from '#server/views/links-here.ts'
import { Panel } from './panel.tsx'

/** What links to an entry, in every way in which one entry can lead to another. */
export function LinksHere({ groups }: { groups: readonly LinksGroup[] }) {
  const total = groups.reduce((sum, group) => sum + group.total, 0)
  return (
    <Panel
      id="links-here"
      title="What links here"
      count={total}
      why="Collected from relations, positions, scenarios, fields and the running text of all published entries."
    >
      {groups.length === 0 ? (
        <p className="nothing-yet">
          No published entry leads here yet. A reference in running text is written as the name of this page in double
          square brackets.
        </p>
      ) : null}
      {groups.map(({ id, label, total: n, items, more }) => (
        <details key={id} className="links-group" open={items.length <= 12}>
          <summary>
            {label} <span className="count">{n}</span>
          </summary>
          <ul className="chips">
            {items.map(({ href, title, kind }) => (
              <li key={href}>
                <a className="chip" href={href}>
                  {title} {mixed(items) ? <span className="chip-note">{kind.toLowerCase()}</span> : null}
                </a>
              </li>
            ))}
          </ul>
          {more > 0 ? <p className="ui muted">and {more} more</p> : null}
        </details>
      ))}
    </Panel>
  )
}

/** Where all are of one kind, the line above them has said which. */
function mixed(items: LinksGroup['items']): boolean {
  return items.some(({ kind }) => kind !== items[0]?.kind)
}
