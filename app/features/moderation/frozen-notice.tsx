import { Time } from '#app/components/time.tsx'
import type { FrozenPublication } from '#server/views/frozen-publication.ts'

/** Why nothing is published at the moment; nothing where a recount agreed. */
export function FrozenNotice({ frozen }: { frozen: FrozenPublication | null }) {
  if (!frozen) return null
  return (
    <div className="notice notice-bad" role="note">
      <p>{frozen.words}</p>
      <ul>
        {frozen.ballots.map(({ href, words }) => (
          <li key={href}>
            <a href={href}>The ballot</a>: {words}.
          </li>
        ))}
      </ul>
      <p className="muted">
        Counted again <Time at={frozen.at} />, and every ten minutes until all agree.
      </p>
    </div>
  )
}
