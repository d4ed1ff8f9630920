import { Time } from '#app/components/time.tsx'
import { keyed } from '#app/features/versions/words.tsx'
import type { HistoryLine } from '#server/views/draft-history.ts'

const eventWords: Record<string, string> = {
  'draft.created': 'began the draft',
  'draft.forked': 'forked it from another draft',
  'draft.part-taken': 'took over a part of another draft',
  'draft.parts-merged': 'merged what another draft alone changed',
  'draft.merged': 'closed it as merged into another draft',
  'draft.submitted': 'submitted it for review',
  'draft.taken-back': 'took it back to writing',
  'draft.withdrawn': 'withdrew it',
  'draft.archived': 'archived it',
  'draft.deleted': 'deleted it',
  'draft.restored': 'restored an earlier moment',
  'draft.redacted': 'removed text for good',
  'draft.writing-changed': 'changed who may write',
  'draft.member-set': 'gave somebody a role',
  'draft.member-removed': 'took a role away',
  'draft.visibility-changed': 'changed who may read it',
  'suggestion.made': 'suggested a wording',
  'suggestion.renewed': 'brought a suggestion up to date',
  'suggestion.accepted': 'accepted a suggestion',
  'suggestion.declined': 'declined a suggestion',
  'suggestion.withdrawn': 'withdrew a suggestion',
  'objection.raised': 'raised an objection',
  'hold.placed': 'asked for time',
  'hold.lifted': 'lifted a hold',
  'review.asked': 'asked for a review',
  'review.request-withdrawn': 'took back a request for a review',
  'review.submitted': 'reviewed it',
  'publication.planned': 'planned its publication',
  'publication.cancelled': 'took back the plan of its publication',
  'publication.approved': 'agreed to its publication',
}

/** Sessions, acts, named moments and versions, one line each. */
export function HistoryList({
  draftId,
  lines,
  counting,
}: {
  draftId: string
  lines: HistoryLine[]
  /** What sessions changed is not known yet. */
  counting: boolean
}) {
  if (lines.length === 0) return <p className="muted">Nothing has happened yet.</p>
  return (
    <ol className="list-plain history">
      {keyed(lines).map((line) => (
        <li key={line.key} className={`history-${line.type}`}>
          <Line draftId={draftId} line={line} counting={counting} />
        </li>
      ))}
    </ol>
  )
}

function Line({ draftId, line, counting }: { draftId: string; line: HistoryLine; counting: boolean }) {
  switch (line.type) {
    case 'session':
      return <SessionLine draftId={draftId} line={line} counting={counting} />
    case 'event':
      return (
        <>
          <span>
            <EventWords {...line} />
          </span>
          <span className="history-when">
            <Time at={line.at} /> · <a href={`/record?after=${line.seq - 1}`}>event {line.seq}</a>
            {line.moment ? (
              <>
                {' · '}
                <a href={`/drafts/${draftId}/history/${line.moment}`}>the text then</a>
              </>
            ) : null}
          </span>
        </>
      )
    case 'named':
      return (
        <>
          <span>
            <strong>{line.by}</strong> named a moment{' '}
            <a href={`/drafts/${draftId}/history/${line.moment}`}>“{line.name}”</a>
          </span>
          <span className="history-when">
            <Time at={line.at} />
          </span>
        </>
      )
    case 'version':
      return (
        <>
          <span>
            <strong>{line.by}</strong> published it as <a href={line.href}>version {line.n}</a>
          </span>
          <span className="history-when">
            <Time at={line.at} />
          </span>
        </>
      )
  }
}

/** What somebody did, after their name; where there is no such word, what the record says of it. */
function EventWords({ event, says, name }: Extract<HistoryLine, { type: 'event' }>) {
  const did = eventWords[event]
  if (name === null || did === undefined) return <>{says}</>
  return (
    <>
      <strong>{name}</strong> {did}
    </>
  )
}

interface SessionLineProps {
  draftId: string
  line: Extract<HistoryLine, { type: 'session' }>
  counting: boolean
}

function SessionLine({ draftId, line, counting }: SessionLineProps) {
  const { people, sections, fields, changes, from, at, before, after } = line
  const touched = [
    ...sections.map(({ label, added, removed }) => `${label} (${words(added, removed)})`),
    ...fields.map((label) => `field ${label}`),
  ]
  return (
    <>
      <span>
        <strong>{people.map((person) => person.name).join(', ')}</strong> wrote ·{' '}
        {changes === 1 ? '1 change' : `${changes} changes`}
      </span>
      <span className="history-when">
        <Time at={at} />
        {spell(at - from)}
      </span>
      <span className="history-what">
        {touched.join(' · ') || (counting ? 'What was changed is being counted' : 'Nothing that a reader sees')}
      </span>
      <span className="history-links">
        <a href={`/drafts/${draftId}/compare/${before}...${after}`}>What changed</a>
        <a href={`/drafts/${draftId}/history/${before}`}>The text before</a>
        <a href={`/drafts/${draftId}/history/${after}`}>The text then</a>
        <a href={`/drafts/${draftId}/compare/${after}...now`}>Compare with now</a>
      </span>
    </>
  )
}

function words(added: number, removed: number): string {
  if (added === 0 && removed === 0) return 'form only'
  return `${[added > 0 ? `+${added}` : '', removed > 0 ? `−${removed}` : ''].filter(Boolean).join(' ')} words`
}

/** How long a session lasted, in words; nothing under a minute. */
function spell(ms: number): string {
  const minutes = Math.round(ms / 60_000)
  if (minutes < 1) return ''
  return minutes === 1 ? ', over 1 minute' : `, over ${minutes} minutes`
}
