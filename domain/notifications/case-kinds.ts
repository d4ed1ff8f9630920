import { duty, told } from './kind-bases.ts'
import type { Kind } from './kinds.ts'

/** What people are told of cases that moderators decide. */
export const caseNotices = {
  'case-open': {
    ...{ ...duty, about: 'case', reads: 'entry', role: 'moderator' },
    why: 'Something waits for a moderator',
  },
  'appeal-open': {
    ...{ ...duty, about: 'case', reads: 'entry', role: 'moderator' },
    why: 'An appeal waits for another moderator',
  },
  'case-decided': {
    ...{ ...told, about: 'case', reads: 'entry', suspendedToo: true },
    why: 'A moderator decided about something you wrote',
  },
  'appeal-decided': {
    ...{ ...told, about: 'case', reads: 'entry', suspendedToo: true },
    why: 'Your appeal was decided',
  },
  'correction-answered': {
    ...{ ...told, about: 'case', reads: 'entry' },
    why: 'A moderator answered your request for a correction',
  },
} as const satisfies Record<string, Kind>
