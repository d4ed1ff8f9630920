import { useReach } from '#app/features/live/reach.ts'

/** Says that the page shown may be old, while the site cannot be reached. */
export function OutOfReach() {
  const reached = useReach()
  return (
    <div className="out-of-reach" role="status">
      {reached ? null : 'No network. What you type stays here; this page comes back by itself.'}
    </div>
  )
}
