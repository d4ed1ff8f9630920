import { snoozes } from './snooze.ts'

/** What one may do with things in one's inbox ([I12], [I13]). */
export const inboxActs = ['done', ...snoozes, 'mute', 'decisions', 'all', 'back', 'undo'] as const
export type InboxAct = (typeof inboxActs)[number]

/** What was done, said afterwards. @param things how many it concerned. */
export function didWords(act: InboxAct, things: number): string {
  const what = things === 1 ? 'One thing' : `${things} things`
  switch (act) {
    case 'done':
      return `${what} put away.`
    case 'tomorrow':
      return `${what} snoozed until tomorrow.`
    case 'next-week':
      return `${what} snoozed until next week.`
    case 'mute':
      return `${what} muted. Ballots and other duties still come.`
    case 'decisions':
      return `Of ${things === 1 ? 'one thing' : `${things} things`} you hear decisions only.`
    case 'all':
      return `Of ${things === 1 ? 'one thing' : `${things} things`} you hear everything.`
    case 'back':
      return `${what} put back.`
    case 'undo':
      return 'Taken back.'
  }
}
