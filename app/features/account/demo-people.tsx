import { withNext } from '#app/http/safe-return.ts'
import { roleWords } from './role-words.ts'

interface DemoPeopleProps {
  people: readonly { actorId: string; name: string; role: string }[]
  next: string
}

/** One click signs in as one of the demo accounts; their acts are real within this demo. */
export function DemoPeople({ people, next }: DemoPeopleProps) {
  return (
    <section aria-labelledby="as-demo">
      <h2 id="as-demo">Continue as one of the demo accounts</h2>
      <p className="why">
        Each may do different things. To be two people at once, open a private window or a second browser: windows of
        one browser share who is signed in.
      </p>
      <form method="post" action={withNext('/sign-in', next)}>
        <ul className="demo-people">
          {people.map((person) => (
            <li key={person.actorId}>
              <button className="demo-person" type="submit" name="demo" value={person.actorId}>
                <span className="demo-person-name">
                  Continue as {person.name}, {roleWords[person.role]?.name ?? person.role}
                </span>
                <span className="demo-person-may">{roleWords[person.role]?.may}</span>
              </button>
            </li>
          ))}
        </ul>
      </form>
    </section>
  )
}
