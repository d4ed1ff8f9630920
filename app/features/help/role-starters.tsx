import type { Role } from '#domain/access/viewer.ts'

interface Starter {
  id: string
  title: string
  /** Roles for which it is theirs to do; the others read what it takes. */
  roles: readonly string[]
  takes?: string
  steps: readonly { href: string; words: string }[]
}

const members = ['contributor', 'reviewer', 'facilitator', 'moderator', 'admin']

const starters: readonly Starter[] = [
  {
    id: 'read',
    title: 'I want to read',
    roles: [],
    steps: [
      { href: '/scenarios', words: 'Start from the failure you fear' },
      { href: '/strategies?contested=yes', words: 'Read what is contested' },
      { href: '/compare', words: 'Lay two to four strategies side by side' },
      { href: '/help/read-an-entry', words: 'What the panels of an entry mean' },
    ],
  },
  {
    id: 'contribute',
    title: 'I want to contribute',
    roles: members,
    takes: 'It takes an account. You write and argue as soon as you have one.',
    steps: [
      { href: '/strategies?signal=no', words: 'Write a falsification signal where there is none' },
      { href: '/drafts', words: 'See what is being written' },
      { href: '/help/argue-in-a-thread', words: 'Argue in a thread' },
      { href: '/help/how-decisions-are-made', words: 'How decisions are made' },
    ],
  },
  {
    id: 'facilitate',
    title: 'I want to lead a workshop',
    roles: ['facilitator', 'moderator', 'admin'],
    takes: 'It takes the role of a facilitator. An administrator gives it, also by an invitation link.',
    steps: [
      { href: '/workshops/new', words: 'Plan one, and rehearse it with ten simulated guests' },
      { href: '/help/lead-a-workshop', words: 'From the first minute to the minutes' },
    ],
  },
  {
    id: 'moderate',
    title: 'I want to moderate',
    roles: ['moderator', 'admin'],
    takes: 'It takes the role of a moderator.',
    steps: [
      { href: '/moderation', words: 'What waits for a moderator' },
      { href: '/help/publish-a-version', words: 'Publish a version' },
      { href: '/help/keep-order', words: 'Keep order fairly' },
    ],
  },
]

/** Where to begin, by what somebody wants to do. @param role null for who is signed out. */
export function RoleStarters({ role }: { role: Role | null }) {
  return (
    <div className="starters">
      {starters.map(({ id, title, roles, takes, steps }) => (
        <section key={id} className="card" aria-labelledby={`want-${id}`}>
          <h2 id={`want-${id}`}>{title}</h2>
          {takes && !(role && roles.includes(role)) ? <p className="muted">{takes}</p> : null}
          <ul className="list-plain card-list">
            {steps.map(({ href, words }) => (
              <li key={href}>
                <a href={href}>{words}</a>
              </li>
            ))}
          </ul>
          {id === 'contribute' && !role ? (
            <p>
              <a className="button" href="/sign-up?next=/welcome">
                Make an account
              </a>
            </p>
          ) : null}
        </section>
      ))}
    </div>
  )
}
