import { duty, told } from './kind-bases.ts'
import type { Kind } from './kinds.ts'

/** What people are told of ballots. */
export const ballotNotices = {
  ballot: {
    ...{ ...duty, about: 'ballot', reads: 'ballot', role: 'member' },
    why: 'A ballot is open in which you may vote',
  },
  'ballot-watched': {
    ...{ ...told, about: 'ballot', reads: 'thread', role: 'member' },
    why: 'A ballot is open about something you watch',
  },
  'ballot-closing': {
    ...{ ...duty, about: 'ballot', reads: 'ballot', role: 'member' },
    why: 'A ballot closes within a day, and waits for your vote',
  },
  'ballot-amended': {
    ...{ ...duty, about: 'ballot', reads: 'ballot', role: 'member' },
    why: 'The text of a ballot in which you may vote was changed',
  },
  'ballot-challenged': {
    ...{ ...duty, about: 'ballot', reads: 'ballot', role: 'member' },
    why: 'A change of the text of a ballot was challenged: votes cast before it are asked again',
  },
  'ballot-reminded': {
    ...{ ...duty, about: 'ballot', reads: 'ballot', role: 'member' },
    why: '{by} reminds you: a ballot is open, and you have not voted',
  },
  'ballot-void': {
    ...{ ...told, about: 'ballot', reads: 'ballot', role: 'member' },
    why: 'A planned ballot is void: it was cancelled, or could not open',
  },
  'ballot-last-call': {
    ...{ ...told, about: 'ballot', reads: 'ballot', role: 'member' },
    why: 'The last call of a ballot has begun: vote, or object, before it closes',
  },
  'ballot-moved': {
    ...{ ...told, about: 'ballot', reads: 'ballot', role: 'member' },
    why: 'A ballot in which you may vote closes later than it said',
  },
  'ballot-result': {
    ...{ ...told, about: 'ballot', reads: 'ballot', role: 'member' },
    why: 'A ballot in which you could vote has closed',
  },

  'result-watched': {
    ...{ ...told, about: 'ballot', reads: 'thread', role: 'member' },
    why: 'A ballot has closed about something you watch or argued about',
  },

  'statement-asked': {
    ...{ ...duty, about: 'ballot', reads: 'ballot', role: 'moderator' },
    why: 'A ballot has closed: say in words what it decided',
  },
  'ballot-statement': {
    ...{ ...told, about: 'ballot', reads: 'ballot', role: 'member' },
    why: '{by} wrote what a ballot decided and what it left open',
  },
} as const satisfies Record<string, Kind>
