import { Time } from '#app/components/time.tsx'
import type { Due } from '#domain/moderation/cases.ts'

const looks = { ok: 'state', soon: 'state state-warn', late: 'state state-bad' } as const
const glyphs = { ok: '○', soon: '▲', late: '■' } as const
const words = { ok: 'Due', soon: 'Due soon:', late: 'Late since' } as const

/** Until when something is to be decided: by colour, by sign and in words. */
export function DueMark({ due }: { due: Due }) {
  return (
    <span className={looks[due.tone]}>
      <span aria-hidden="true">{glyphs[due.tone]}</span> {words[due.tone]} <Time at={due.at} />
    </span>
  )
}
