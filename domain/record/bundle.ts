/**
 * A bundle is a file of JSON Lines in which everything that was decided can be checked away from the server. Each line
 * is one object in RFC 8785 form with its `kind`; the first is the manifest, the others follow in the order below, the
 * papers of a ballot right after it ([R13]).
 */
export const bundleFormat = { format: 'folkmoot-bundle', version: 1 } as const

/**
 * Whose bundle it is: `public` holds what a reader who is not signed in may see; `members` also the ballots about drafts
 * that were not published, and who cast which paper where names are shown.
 */
export const bundleScopes = ['public', 'members'] as const
export type BundleScope = (typeof bundleScopes)[number]

export const bundleKinds = [
  'event',
  'checkpoint',
  'word',
  'entry',
  'snapshot',
  'objection',
  'ballot',
  'paper',
  'version',
  'edition',
] as const
export type BundleKind = (typeof bundleKinds)[number]

interface LineSchema {
  /** Names of what a line has besides its kind; those that end with ? may be missing. */
  members: string
  /** What it holds. */
  words: string
}

/** What each kind of line holds, for who reads a bundle without this program. */
export const bundleSchema: Record<BundleKind, LineSchema> = {
  event: {
    members: 'seq type subject payload leafHash at prev hash leaf?',
    words:
      'One act of the record. hash is SHA-256 over the RFC 8785 JSON of at, leafHash, payload, prev, seq, subject and type; prev is the hash of the event before, 64 zeros for the first. leaf is given where its words are public; leafHash is the same hash over its payload and salt.',
  },
  checkpoint: {
    members: 'seq hash at key signature',
    words:
      'The head of the chain at a moment: Ed25519 over the text “folkmoot record”, seq, hash and at, each ended by a line feed. The public key is in the event record.key-made.',
  },
  word: {
    members: 'of id revision position data',
    words:
      'A word of the vocabulary as it counts now. The last event vocabulary.imported or vocabulary.changed carries the hash of all.',
  },
  entry: {
    members: 'of id slug current',
    words: 'Something published, its address, and the number of its current version.',
  },
  snapshot: {
    members: 'id hash content parts',
    words:
      'A frozen text. hash is over declarations, fields, kind, schema, sections and title of its content; parts holds one hash for each part. content is null where text was removed for good; an event draft.redacted says so, with one hash over parts.',
  },
  objection: {
    members: 'id draftId text settledBy disposition reason minorityNote',
    words: 'An objection to a draft that was published, with its disposition.',
  },
  ballot: {
    members:
      'id draftId reportId signal question options rule ruleVersion parameters quorum names results opensAt closesAt closedAt closeReason outcome statement openedBy preset closer secondModerator lastCall lastCallRestarts electors texts',
    words:
      'A closed ballot with everything it was opened with, its electorate by id, the texts it was about, and its outcome. Ballots that are open are not here; their events tell the turnout. A bundle for members holds also those about drafts that were not published, or were deleted after the ballot closed.',
  },
  paper: {
    members: 'ballotId id receipt replaced replaces? choice? reason? covered? marks? reaffirms? by?',
    words:
      'A paper of the ballot above it. Of one that counts nowhere there is only what shows that: replaced, or in covered another text than the last. Where names are hidden, replaces and reaffirms are left out. A closing event with form 2 also covers what stale papers said and the links, one without a form also what replaced papers said.',
  },
  version: {
    members: 'id entryId n of variant snapshotId note authors decision ballotId draftId publishedBy publishedAt',
    words: 'A published text with its decision and its authors.',
  },
  edition: {
    members: 'id name note hash by entries',
    words:
      'All current versions of a moment under one name. Its event carries the hash over their addresses, numbers and content hashes.',
  },
}

/** Leaves whose words are public and needed to check a bundle; of ballots, only of those that are in it. */
export const publicLeaves: Readonly<Record<'always' | 'ballot' | 'members', readonly string[]>> = {
  always: [
    'version.imported',
    'version.published',
    'version.withdrawn',
    'version.rolled-back',
    'version.variant-kept',
    'edition.published',
  ],
  ballot: ['ballot.opened', 'ballot.closed'],
  /** Of ballots with names shown, in a bundle for members. */
  members: ['ballot.vote-cast'],
}

export interface BundleManifest {
  kind: 'manifest'
  format: string
  version: number
  scope: BundleScope
  /** The last event in it. */
  through: { seq: number; hash: string }
  schema: Record<BundleKind, LineSchema>
  counts: Record<BundleKind, number>
  /** SHA-256 over the lines of each kind, each with its line feed. */
  hashes: Record<BundleKind, string>
}
