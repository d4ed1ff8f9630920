import { Panel } from '#app/features/reading/panel.tsx'
import type { PeoplePanel as People } from '#server/views/strategy-panels.ts'
import { MixBars } from './mix-bars.tsx'

/** Who is on the record for a strategy, and what kind of evidence that is. */
export function PeoplePanel({ people, slug }: { people: People; slug: string }) {
  const { total, profiled, expertise, recognition, shown, more } = people
  const rest = total - profiled
  return (
    <Panel id="people" title="People on the record" count={total}>
      {total === 0 ? (
        <p className="nothing-yet">
          No sourced position on this strategy has been collected yet. A position belongs to the page of whoever holds
          it: <a href="/people">People</a>
        </p>
      ) : (
        <>
          <p className="why">
            Everybody here has a sourced position. Profiled people come first, with both their tiers; each name leads to
            what they said and where.
          </p>
          <div className="mixes">
            <MixBars title="Expertise mix" tiers={expertise} of={profiled} />
            <MixBars title="Recognition mix" tiers={recognition} of={profiled} />
          </div>
          <p className="why">
            Backing from those who build such systems and backing from those who comment on them are different evidence;
            neither is proof; <a href={`/board?strategy=${slug}`}>the board</a> has the criteria. Bars are drawn against
            the {profiled} profiled
            {rest > 0 ? `; ${rest === 1 ? 'one person has' : `${rest} people have`} no profile and no bar` : ''}.
          </p>
          <ul className="people">
            {shown.map((person) => (
              <li key={person.slug}>
                <a href={`/people/${person.slug}`}>{person.name}</a>
                {person.stance ? <span className="state">{person.stance}</span> : null}
                <span className="people-line">{person.line}</span>
              </li>
            ))}
          </ul>
          {more > 0 ? (
            <p className="ui">
              <a href={`/people?strategy=${slug}`}>{more} more on the record</a>
            </p>
          ) : null}
        </>
      )}
    </Panel>
  )
}
