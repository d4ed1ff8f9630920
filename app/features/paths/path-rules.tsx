import type { PathsPage } from '#server/views/paths-page.ts'

/** Which rule gives which edge, and how much of the graph each gives. */
export function PathRules({ counts }: { counts: PathsPage['counts'] }) {
  const { links, stages, said, strategies } = counts
  return (
    <section aria-labelledby="rules-title" className="path-rules">
      <h2 id="rules-title">Where the edges come from</h2>
      <p>
        {said} of {strategies} entries say what binds next, in prose. Two rules turn entries into edges, and every edge
        says by which it is there:
      </p>
      <ol>
        <li>
          <strong>Linked in the text</strong> ({links}): the section “what binds next” of an entry refers to another
          strategy.{' '}
          {links === 0
            ? 'No entry does so yet. Whoever revises one can write the name of a strategy as [[its-address]] there.'
            : null}
        </li>
        <li>
          <strong>Complement of a later stage</strong> ({stages}): the two entries complement each other, and their time
          horizons differ. The edge leads from the nearer horizon to the farther. It says that the second can follow the
          first, and not that the first must be done.
        </li>
      </ol>
      {links === 0 && stages > 0 ? (
        <p className="why">
          The second rule alone can never run in a circle, since it only leads forward in time. Circles appear once
          entries refer to each other.
        </p>
      ) : null}
    </section>
  )
}
