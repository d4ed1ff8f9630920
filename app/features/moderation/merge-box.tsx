import type { Requirement } from '#domain/publishing/merge-box.ts'

/** The requirements for publication, each with met or not met in words and the way to put it right. */
export function MergeBox({ requirements }: { requirements: readonly Requirement[] }) {
  return (
    <ul className="list-plain merge-box">
      {requirements.map(({ id, met, words, link }) => (
        <li key={id} className={met ? 'merge-met' : 'merge-unmet'}>
          <span className="merge-mark">
            <span aria-hidden="true">{met ? '✓' : '✕'}</span>
            <span className="visually-hidden">{met ? 'Met: ' : 'Not met: '}</span>
          </span>
          <p>
            {words} {link ? <a href={link.href}>{link.words}</a> : null}
          </p>
        </li>
      ))}
    </ul>
  )
}
