import type { TierCount } from '#server/views/strategy-panels.ts'

/**
 * How the profiled people spread over tiers: every tier, in its order, drawn against the number of profiled people and
 * not against the longest bar, so that strategies can be compared. The chart is the table.
 */
export function MixBars({ title, tiers, of }: { title: string; tiers: readonly TierCount[]; of: number }) {
  return (
    <table className="mix">
      <caption>
        {title} <span className="muted">· {of} profiled</span>
      </caption>
      <tbody>
        {tiers.map(({ id, name, n }) => (
          <tr key={id} className={n === 0 ? 'mix-zero' : undefined}>
            <th scope="row">{name}</th>
            <td className="mix-cell" aria-hidden="true">
              <svg className="mix-bar" viewBox="0 0 100 12" preserveAspectRatio="none" focusable="false">
                <title>{`${n} of ${of}`}</title>
                <rect className="mix-track" width="100" height="12" />
                <rect className="mix-fill" width={of === 0 ? 0 : (100 * n) / of} height="12" />
              </svg>
            </td>
            <td className="number">{n}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
