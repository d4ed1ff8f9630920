export interface Term {
  /** Address of the term on the glossary page. */
  id: string
  term: string
  meaning: string
  /** Where it is explained further, by id of the help article. */
  article?: string
}

/** The words of the site, each with its one meaning. Every explanation of a word on a page comes from here. */
export const glossary = [
  {
    id: 'abstain',
    term: 'Abstain',
    meaning: 'A vote that counts towards the quorum and towards neither side.',
    article: 'how-decisions-are-made',
  },
  {
    id: 'reservations',
    term: 'Agree with reservations',
    meaning: 'A vote that counts as yes, with a worry that is kept beside the result.',
    article: 'how-decisions-are-made',
  },
  {
    id: 'atlas',
    term: 'Atlas',
    meaning: 'All published entries together: strategies, concepts, people, scenarios and sources.',
    article: 'read-an-entry',
  },
  {
    id: 'axis',
    term: 'Axis',
    meaning:
      'One of five scales on which every strategy has a place: what it acts on, how much coercion it needs, who is in control, its time horizon, and where its legitimacy comes from.',
    article: 'read-an-entry',
  },
  {
    id: 'ballot',
    term: 'Ballot',
    meaning: 'A vote on a text that was frozen when it opened, or on named options, by the people on its electorate.',
    article: 'how-decisions-are-made',
  },
  {
    id: 'bet',
    term: 'Bet',
    meaning: 'What a strategy stakes on: the claim that must be true for it to be worth doing.',
    article: 'read-an-entry',
  },
  {
    id: 'complement',
    term: 'Complement',
    meaning: 'Two strategies that help each other, by a named mechanism.',
    article: 'read-an-entry',
  },
  {
    id: 'conflict',
    term: 'Conflict',
    meaning: 'Two strategies of which one makes the other harder, by a named mechanism.',
    article: 'read-an-entry',
  },
  {
    id: 'contribution',
    term: 'Contribution',
    meaning:
      'One post in a thread, of a type that says what it does: a reason for or against, a question, evidence, a counter-example, a rewording, a note.',
    article: 'argue-in-a-thread',
  },
  {
    id: 'disposition',
    term: 'Disposition',
    meaning:
      'What became of an objection: adopted, adopted in part, dismissed with a reason, withdrawn, or carried as a minority note.',
    article: 'object',
  },
  {
    id: 'draft',
    term: 'Draft',
    meaning: 'A working copy of an entry, written by several people at once. It changes nothing that is published.',
    article: 'write-in-a-draft',
  },
  {
    id: 'edition',
    term: 'Edition',
    meaning: 'A named, citable set of all versions that were current on a day.',
    article: 'cite-and-take-away',
  },
  {
    id: 'electorate',
    term: 'Electorate',
    meaning: 'The people who may vote in a ballot. It is fixed when the ballot opens.',
    article: 'how-decisions-are-made',
  },
  {
    id: 'entry',
    term: 'Entry',
    meaning: 'Something that the atlas has a page for.',
    article: 'read-an-entry',
  },
  {
    id: 'falsification-signal',
    term: 'Falsification signal',
    meaning: 'An observation, said in advance, that should end support for a strategy.',
    article: 'when-a-signal-lands',
  },
  {
    id: 'fork',
    term: 'Fork',
    meaning: 'A competing draft of the same entry, begun from another draft.',
    article: 'write-in-a-draft',
  },
  {
    id: 'hearing',
    term: 'Hearing',
    meaning: 'The thread in which a falsification signal or a threshold is argued.',
    article: 'argue-in-a-thread',
  },
  {
    id: 'hold',
    term: 'Hold',
    meaning: 'A request for time before a draft is put to the vote. Once per person, two weeks at most.',
    article: 'object',
  },
  {
    id: 'lever',
    term: 'Lever',
    meaning: 'What a strategy pulls on, and in which direction.',
    article: 'read-an-entry',
  },
  {
    id: 'minority-note',
    term: 'Minority note',
    meaning: 'A dismissed objection in the words of who made it, published with the version.',
    article: 'object',
  },
  {
    id: 'objection',
    term: 'Objection',
    meaning:
      'A concern that blocks publication until it has a disposition. It has an owner, a place in the text, and says what would settle it.',
    article: 'object',
  },
  {
    id: 'position',
    term: 'Position',
    meaning:
      'Where somebody stands on a strategy: endorses, mixed, conditional, evolved toward, evolved away, or opposes.',
    article: 'when-a-signal-lands',
  },
  {
    id: 'quorum',
    term: 'Quorum',
    meaning: 'How many of the electorate must vote for the result to count.',
    article: 'how-decisions-are-made',
  },
  {
    id: 'receipt',
    term: 'Receipt',
    meaning: 'What you keep after voting, to find your own paper in the published list.',
    article: 'what-a-receipt-proves',
  },
  {
    id: 'record',
    term: 'Record',
    meaning:
      'The list of everything that was decided or done. Each line is chained to the one before, so that none can be changed unnoticed.',
    article: 'what-a-receipt-proves',
  },
  {
    id: 'self-undermining-threshold',
    term: 'Self-undermining threshold',
    meaning: 'The point past which pushing a strategy harder defeats what it is for.',
    article: 'read-an-entry',
  },
  {
    id: 'snapshot',
    term: 'Snapshot',
    meaning: 'A draft frozen at one moment, with a hash for each part and one for the whole.',
    article: 'how-decisions-are-made',
  },
  {
    id: 'suggestion',
    term: 'Suggestion',
    meaning:
      'Other words for a section, or another value for a field, with a reason. A writer of the draft answers it.',
    article: 'write-in-a-draft',
  },
  {
    id: 'thread',
    term: 'Thread',
    meaning: 'An argument about a place: an entry, a section, a field, or a passage of text.',
    article: 'argue-in-a-thread',
  },
  {
    id: 'twin',
    term: 'Twin',
    meaning: 'Two strategies that pull the same lever the same way and declare nothing about each other.',
    article: 'read-an-entry',
  },
  {
    id: 'version',
    term: 'Version',
    meaning:
      'What was published: numbered, never changed again, with its decision, its authors and its minority notes.',
    article: 'what-a-receipt-proves',
  },
  {
    id: 'binds-next',
    term: 'What binds next',
    meaning: 'The constraint that matters most once a strategy has succeeded.',
    article: 'read-an-entry',
  },
  {
    id: 'workshop',
    term: 'Workshop',
    meaning: 'A live meeting that works on drafts in phases, with a join code and a projector.',
    article: 'lead-a-workshop',
  },
] as const satisfies readonly Term[]
