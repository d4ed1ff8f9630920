import type { Viewer } from '../../domain/access/viewer.ts'
import { escapeText } from '../../domain/prose/escape-markdown.ts'
import { localIn } from '../../domain/text/zoned-time.ts'
import { advisorySources, advisoryWords, stanceLine } from '../../domain/workshops/advisory.ts'
import { seatsWords, takenWords } from '../../domain/workshops/minutes.ts'
import type { Deps } from '../deps.ts'
import type { ShownAdvisory } from './advisory.ts'
import type { WorkshopPage } from './workshop-pages.ts'
import { workshopPage } from './workshop-pages.ts'

/** The minutes of a workshop as Markdown (workshops SPEC [M1]). @throws AppError `not-found`, `signed-out`. */
export async function minutesText(deps: Deps, viewer: Viewer | null, id: string): Promise<string> {
  return asMarkdown(await workshopPage(deps, viewer, id, ''))
}

const inLine = { lineStart: false, lineEnd: false, inHeading: false, inLink: false, beforeLink: false }

/** What stood beside a ballot, in words. */
const besideLines = (advisory: ShownAdvisory) =>
  advisorySources.flatMap((source) => {
    const counts = advisory[source]
    return counts ? [`Not counted: ${advisoryWords[source]}: ${stanceLine(counts)}.`] : []
  })

/** Somebody's words on one line, read as nothing but words. */
const e = (text: string) => escapeText(text.replace(/\s*\n\s*/g, ' '), inLine).replaceAll('|', '\\|')

function asMarkdown({ room, lead, facilitators, drafts, minutes }: WorkshopPage): string {
  const clock = (at: number | null) => (at === null ? 'now' : localIn(at, room.zone).slice(11))
  const lines = [
    `# Minutes: ${e(room.title)}`,
    '',
    `${localIn(room.startedAt ?? room.startsAt, room.zone).replace('T', ' ')} (${room.zone}) · led by ${e(lead)}`,
    '',
    e(room.purpose),
    '',
    `Facilitators: ${facilitators.map(e).join(', ')}. Participants at most: ${minutes?.present ?? 0}.`,
    `Drafts: ${drafts.map(({ title }) => e(title ?? 'one that is not open to you')).join(', ')}.`,
    '',
    '## Agenda',
    '',
    '| phase | planned | from | to | present |',
    '|---|---|---|---|---|',
    ...(minutes?.visits ?? []).map(
      ({ title, planned, from, to, present }) =>
        `| ${e(title)} | ${planned} min | ${clock(from)} | ${clock(to)} | ${present} |`,
    ),
  ]
  lines.push('', `What the text said in each phase: /workshops/${room.id}/replay`)
  for (const draft of minutes?.drafts ?? []) {
    lines.push('', `## ${e(draft.title)}`, '', '### Wordings', '')
    lines.push(
      ...draft.candidates.map(
        ({ n, text, author, state, mergedInto, carried }) =>
          `- Candidate ${n} (${e(author)}${state === 'merged' ? `, merged into ${mergedInto}` : state === 'withdrawn' ? ', withdrawn' : ''}${carried ? ', carried into the draft' : ''}): ${e(text)}`,
      ),
    )
    const { reasons } = draft
    lines.push('', `Reasons: ${reasons.for} for, ${reasons.against} against, ${reasons.other} other contributions.`)
    for (const { from, to, seats, list } of draft.tables) {
      lines.push('', `### Tables, ${clock(from)} to ${clock(to)}`, '')
      lines.push(seatsWords(seats), '')
      for (const { n, taken, wordings } of list) {
        lines.push(`- Table ${n}: ${takenWords(taken.map(e))}`)
        lines.push(...wordings.map(({ n, text, author }) => `  - Candidate ${n} (${e(author)}): ${e(text)}`))
      }
    }
    lines.push('', '### Decisions', '')
    lines.push(
      ...draft.ballots.map(
        ({ question, result, turnout, electorate, advisory }) =>
          `- ${e(question)}: ${result} (${turnout} of ${electorate} voted)${advisory ? `. ${besideLines(advisory).join(' ')}` : ''}`,
      ),
    )
    lines.push('', '### Dissent', '')
    lines.push(
      ...draft.dissent.map(({ owner, text, disposition }) => `- ${e(owner ?? 'No name')}: ${e(text)} (${disposition})`),
    )
    lines.push('', '### Open points', '')
    lines.push(...draft.open.map(({ title, owner, id }) => `- ${e(title)} (${e(owner)}): /threads/${id}`))
  }
  return `${lines.join('\n')}\n`
}
