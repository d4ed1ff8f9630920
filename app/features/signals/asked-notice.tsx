import type { MyPositions } from '#server/views/my-positions.ts'

/** Names the strategies whose signal landed and that somebody holds; nothing where there are none. */
export function AskedNotice({ asked }: { asked: MyPositions['asked'] }) {
  if (asked.length === 0) return null
  return (
    <div className="notice notice-warn">
      <p>
        <strong>{asked.length === 1 ? 'A signal landed' : `${asked.length} signals landed`}</strong> on a strategy that
        you hold. Withdraw, revise or re-affirm your position, with a reason:{' '}
        {asked.map(({ slug, title }, i) => (
          <span key={slug}>
            {i > 0 ? ', ' : ''}
            <a href={`/strategies/${slug}#positions`}>{title}</a>
          </span>
        ))}
        .
      </p>
    </div>
  )
}
