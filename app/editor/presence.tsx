import type { Person } from './presence-state.ts'

const mostChips = 8

interface PresenceProps {
  people: Person[]
  /** Names of the sections, by id. */
  sectionLabels: Record<string, string>
}

/** Who has the draft open: one chip per person, oneself first. */
export function Presence({ people, sectionLabels }: PresenceProps) {
  const shown = people.slice(0, mostChips)
  const more = people.slice(mostChips)
  return (
    <ul className="presence" aria-label="People on this page">
      {shown.map((person) => (
        <li key={person.id} className="presence-person">
          <PersonMark colour={person.colour} name={person.name} />
          <span className="presence-name">
            {person.name}
            {person.own ? ' (you)' : ''}
            {person.sections[0] ? (
              <span className="presence-place"> · {sectionLabels[person.sections[0]] ?? person.sections[0]}</span>
            ) : null}
          </span>
        </li>
      ))}
      {more.length > 0 ? (
        <li className="presence-person" title={more.map((person) => person.name).join(', ')}>
          +{more.length}
          <span className="visually-hidden"> more: {more.map((person) => person.name).join(', ')}</span>
        </li>
      ) : null}
    </ul>
  )
}

/** The person's colour as a dot; SVG because the colour is data and styles are not inline here. */
function PersonMark({ colour, name }: { colour: string; name: string }) {
  return (
    <svg className="presence-mark" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
      <circle cx="10" cy="10" r="10" fill={colour || 'currentColor'} />
      <text x="10" y="14" textAnchor="middle" fontSize="12" fill="#fff">
        {initial(name)}
      </text>
    </svg>
  )
}

function initial(name: string): string {
  return [...name.trim()][0]?.toLocaleUpperCase('en') ?? ''
}

/** Who else has the caret in one section. */
export function WritingHere({ people, sectionId }: { people: Person[]; sectionId: string }) {
  const here = people.filter((person) => !person.own && person.sections.includes(sectionId)).map(({ name }) => name)
  if (here.length === 0) return null
  const [first = '', second = ''] = here
  const words =
    here.length === 1
      ? `${first} is writing here`
      : here.length === 2
        ? `${first} and ${second} are writing here`
        : `${first} and ${here.length - 1} others are writing here`
  return <span className="writing-here">{words}</span>
}
