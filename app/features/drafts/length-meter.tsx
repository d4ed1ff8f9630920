import type { SectionDef } from '#domain/entries/kinds.ts'
import type { Block } from '#domain/prose/tree.ts'
import { plainText } from '#domain/prose/tree.ts'

/** How long a section is beside the length that is advised for it; nothing where none is. */
export function LengthMeter({ section, blocks }: { section: SectionDef; blocks: readonly Block[] }) {
  const { advised } = section
  if (advised === undefined) return null
  const length = [...plainText([...blocks]).trim()].length
  const over = length > advised
  return (
    <p className={over ? 'length-meter length-over' : 'length-meter'}>
      <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
        <rect className="length-track" width="100" height="4" />
        <rect className="length-bar" width={Math.min(100, (100 * length) / advised)} height="4" />
      </svg>
      {length} of {advised} characters advised{over ? '; shorter reads better' : ''}
    </p>
  )
}
