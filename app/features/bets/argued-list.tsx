import { Time } from '#app/components/time.tsx'
import type { Argued } from '#server/views/argued-on.ts'

const marks: Record<Argued['what'], string> = { ballot: '◑', hearing: '§', thread: '○', draft: '✎' }

/** What is open to argument or vote, each with the way to it. */
export function ArguedList({ argued }: { argued: readonly Argued[] }) {
  return (
    <ul className="argued">
      {argued.map((one) => (
        <li key={`${one.what} ${one.id}`}>
          <span className="argued-mark" aria-hidden="true">
            {marks[one.what]}
          </span>{' '}
          <ArguedItem argued={one} />
        </li>
      ))}
    </ul>
  )
}

function ArguedItem({ argued: { label, words, href, closesAt } }: { argued: Argued }) {
  const rest =
    closesAt === null ? null : (
      <>
        {' '}
        closes <Time at={closesAt} />
      </>
    )
  const text = words ? `${label}: ${words}` : label
  return (
    <>
      {href ? <a href={href}>{text}</a> : text}
      {rest}
    </>
  )
}
