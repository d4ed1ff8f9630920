/** What a job of each kind does, in words. */
const words: Record<string, string | undefined> = {
  'begin-last-call': 'Begin the last call of a ballot',
  'clear-rehearsal': 'Throw a rehearsal away',
  'close-ballot': 'Count and close a ballot',
  'compact-documents': 'Compact documents that grew',
  'copy-data': 'Make a copy of somebody’s data',
  'end-copy': 'Delete a copy of somebody’s data',
  'end-suspension': 'End a suspension',
  'expire-signal': 'Let a signal expire',
  'forget-guests': 'Erase the names of guests of a workshop',
  'lock-phase': 'Lock a phase of a workshop',
  'open-ballot': 'Open a planned ballot',
  'publish-planned': 'Publish a draft at its time',
  'recount-ballots': 'Count closed ballots again',
  rehearse: 'Play a rehearsal',
  'remind-review': 'Ask for the review of a signal',
  'remind-voters': 'Remind who has not voted',
  'send-digests': 'Look whose digest is due',
  'send-mail': 'Send a mail',
  'tend-reviews': 'Remind of drafts that lie in review',
  'version-expiry': 'Let a version expire',
  'version-review': 'Ask for the review of a version',
}

export function jobWords(kind: string): string {
  return words[kind] ?? kind
}
