import { Time } from '#app/components/time.tsx'

/** Who changed something last, and when. */
export function ChangedBy({ changed }: { changed: { at: number; by: string } | null }) {
  if (!changed) return <p className="muted ui">Nobody has changed it yet.</p>
  return (
    <p className="muted ui">
      Changed by {changed.by}, <Time at={changed.at} />.
    </p>
  )
}
