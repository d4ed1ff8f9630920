import type { Links } from '#app/components/prose.tsx'
import { Prose } from '#app/components/prose.tsx'
import type { Block } from '#domain/prose/tree.ts'

interface Item {
  slug: string
  title: string
  bet: Block[]
}

/** Published strategies with a search by title that works without scripts. */
export function EntryList({ items, total, links, q }: { items: Item[]; total: number; links: Links; q: string }) {
  return (
    <>
      <form method="get" action="/strategies" className="actions">
        <input type="search" name="q" aria-label="Search by title" defaultValue={q} />
        <button type="submit" className="button">
          Search
        </button>
      </form>
      <p className="muted">
        {items.length} of {total} strategies
      </p>
      <ul className="list-plain">
        {items.map((item) => (
          <li key={item.slug}>
            <h2>
              <a href={`/strategies/${item.slug}`}>{item.title}</a>
            </h2>
            <Prose blocks={item.bet} links={links} />
          </li>
        ))}
      </ul>
    </>
  )
}
