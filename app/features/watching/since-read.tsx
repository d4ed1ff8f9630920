import { Time } from '#app/components/time.tsx'
import type { SinceRead as Since } from '#server/views/since-read.ts'

/** What is new to this reader since they were here before; nothing where nothing is. */
export function SinceRead({ since }: { since: Since | null }) {
  if (!since) return null
  return (
    <p className="since-read no-print">
      Since you last read this, <Time at={since.at} />:{' '}
      {since.lines.map(({ text, href }, i) => (
        <span key={text}>
          {i > 0 ? ', ' : ''}
          <a href={href}>{text}</a>
        </span>
      ))}
      .
    </p>
  )
}
