import { Difference } from '#app/features/forks/fork-parts.tsx'
import type { TableVersion } from '#server/views/tables-compared.ts'

/** What a table wrote in a part, against the common text. */
export function VersionOfTable({
  version: { stands, change, changedBy },
  part,
}: {
  version: TableVersion
  part: string
}) {
  if (stands || change === null) return <p className="state state-ok">✓ This stands in the common text.</p>
  return (
    <>
      <Difference comparison={change} part={part} />
      {changedBy === 'both' ? <p className="muted">The common text was changed there as well.</p> : null}
    </>
  )
}

/** The tables that left a part as it was. */
export function Untouched({ tables }: { tables: readonly number[] }) {
  if (tables.length === 0) return null
  const names = tables.length === 1 ? `Table ${tables[0]}` : `Tables ${tables.join(', ')}`
  return <p className="muted">{names} left it as it was.</p>
}
