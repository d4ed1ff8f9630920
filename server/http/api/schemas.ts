import * as z from 'zod'
import { amendmentChanges } from '../../../domain/ballots/amendment.ts'
import { ballotRules, choices } from '../../../domain/ballots/ballot.ts'
import { entryKinds } from '../../../domain/entries/kinds.ts'
import { relationStates } from '../../../domain/relations/both-sides.ts'
import { mostLinks } from '../../../domain/threads/see-also.ts'
import { claimStatuses, mostSources } from '../../../domain/threads/sources.ts'
import { postedTypes, threadKinds } from '../../../domain/threads/words.ts'

const id = z.string().min(1).max(80)
const slug = z.string().regex(/^[a-z0-9-]{1,120}$/, 'is written in a-z, 0-9 and hyphens')
const kind = z.enum(entryKinds)
const text = z.string().max(256_000)
/** A published entry: `{kind, id}`, `"strategy/pause"`, or a bare id, which means a strategy. */
const entryRef = z.union([
  z.strictObject({ kind, id: slug }),
  z.string().regex(/^(?:[a-z]+\/)?[a-z0-9-]{1,120}$/, 'is {kind, id}, "kind/id", or the id of a strategy'),
])
const hash = z.string().regex(/^[0-9a-f]{64}$/, 'is a SHA-256 in hexadecimal digits')
const seen = hash.optional().describe('Hash of the text you had before you; refused where the text changed since.')
/** A moment: ISO 8601 with a zone, or milliseconds since 1970. */
const moment = z.union([
  z.iso.datetime({ offset: true }).transform((written) => Date.parse(written)),
  z.number().int().positive(),
])

/** A page on the web with title, publisher and day, or a source entry of the atlas. */
const source = z
  .strictObject({
    url: z.string().max(2000).optional(),
    title: z.string().max(1000).optional(),
    publisher: z.string().max(1000).optional(),
    date: z.string().max(40).optional().describe('The day it was published, as in 2026-11-24.'),
    entry: slug.optional().describe('Id of a source entry, in the place of the four before.'),
    status: z
      .string()
      .max(80)
      .optional()
      .describe(`One of: ${claimStatuses.map((one) => one.id).join(', ')}.`),
    archiveHash: z.string().max(80).optional().describe('SHA-256 of an archived copy, in hexadecimal digits.'),
  })
  .describe('A page on the web, or a source entry of the atlas.')

/** What each route takes. Strict throughout: a key that is not named here is refused, never passed over. */
export const inputs = {
  listEntries: z.strictObject({
    kind: kind.optional(),
    after: z.coerce.number().int().min(0).optional().describe('`next` of the page before.'),
    limit: z.coerce.number().int().min(1).max(1000).optional().describe('500 unless said otherwise.'),
  }),
  entry: z.strictObject({ kind, id: slug }),
  version: z.strictObject({ kind, id: slug, n: z.coerce.number().int().min(1) }),
  createDraft: z.strictObject({ kind, entry: slug.optional(), title: z.string().max(1000).optional() }),
  draft: z.strictObject({ id }),
  replaceSection: z.strictObject({ id, section: id, markdown: text }),
  publish: z.strictObject({ id, note: text, statement: text.optional() }),
  openThread: z
    .strictObject({
      draft: id.optional(),
      entry: entryRef.optional(),
      place: z
        .union([z.strictObject({ section: id }), z.strictObject({ field: id })])
        .optional()
        .describe('Absent: the entry as a whole, or the own place of a hearing.'),
      kind: z.enum(threadKinds),
      title: z.string().max(1000).optional(),
      header: z.record(id, text).optional().describe('The structured header of a hearing, by field.'),
      words: z
        .strictObject({ quote: text, before: text.optional(), after: text.optional() })
        .optional()
        .describe(
          'The words of the section it is about, with what stands around them where they stand more than once.',
        ),
    })
    .describe('Name either a draft or a published entry.'),
  thread: z.strictObject({ id }),
  postContribution: z.strictObject({
    id,
    type: z.enum(postedTypes),
    text,
    replyTo: id.optional(),
    sources: z.array(source).max(mostSources).optional().describe('What it rests on.'),
    seeAlso: z.array(z.string().max(2000)).max(mostLinks).optional().describe('Links of other contributions.'),
  }),
  openBallot: z.strictObject({
    draft: id.optional().describe('Name either a draft, or a published entry and its options.'),
    entry: entryRef.optional(),
    options: z
      .array(z.string().max(400))
      .max(20)
      .optional()
      .describe('Labels to choose between with approval, score or ranked; the status quo is added as the last one.'),
    rule: z.enum(ballotRules),
    parameters: z.record(id, z.number()).default({}),
    quorum: z.union([z.number().int().min(0), z.strictObject({ share: z.number().min(0).max(1) })]),
    opensAt: moment.optional().describe('A later moment at which it opens by itself; at once where absent.'),
    closesAt: moment,
    lastCall: z.number().int().positive().nullable().optional().describe('Length before closing, in milliseconds.'),
    lastCallRestarts: z.boolean().optional().describe('Whether a new objection in the last call begins it anew.'),
    closer: z.enum(['anyone', 'uninvolved']).optional().describe('Who says what follows from it, and publishes.'),
    preset: id.optional().describe('Id of the way of deciding it began with; the ballot remembers its name.'),
    secondModerator: z.boolean().optional().describe('Whether a second moderator agrees before publication.'),
    electorate: z.union([z.literal('members'), z.array(z.string().max(254)).min(1).max(2000)]),
    names: z.enum(['shown', 'hidden']),
    results: z.enum(['hidden', 'public']).optional().describe('Hidden until the ballot closes, unless said otherwise.'),
    question: text.optional(),
  }),
  ballot: z.strictObject({ id }),
  vote: z.strictObject({
    id,
    choice: z.enum(choices).optional().describe('Needed, except with `marks`.'),
    marks: z
      .record(id, z.number())
      .optional()
      .describe('Between options, by option id: 1 for each approved, a score from 0 to 5, or a rank from 1.'),
    reason: text.optional(),
    settledBy: text.optional().describe('With an objection: what would settle it; the reason where it is absent.'),
    contentHash: seen,
  }),
  extendBallot: z.strictObject({ id, closesAt: moment, reason: text }),
  replanBallot: z.strictObject({ id, opensAt: moment, closesAt: moment }),
  cancelPlan: z.strictObject({ id, reason: text }),
  stateOutcome: z.strictObject({ id, statement: text }),
  reaffirm: z.strictObject({ id, contentHash: seen }),
  amendBallot: z.strictObject({
    id,
    change: z.enum(amendmentChanges).describe('Whether votes are asked again, or it is a typo.'),
    note: text.describe('What was changed, and why.'),
    closesAt: moment.optional().describe('A later closing time, where too little time is left.'),
    contentHash: hash.optional().describe('Of the draft’s text as you saw it; refused where it changed since.'),
  }),
  challengeAmendment: z.strictObject({ id, n: z.coerce.number().int().min(2).max(10_000), reason: text }),
  closeBallot: z.strictObject({ id, reason: text }),
  record: z.strictObject({
    after: z.coerce.number().int().min(0).default(0).describe('Sequence number of the last event already seen.'),
  }),
} as const

const links = z.record(z.string(), z.string())
const list = <T extends z.ZodType>(item: T) =>
  z.object({
    items: z.array(item),
    next: z.number().int().nullable().describe('Pass it as `after` for what follows; null at the end.'),
  })

const entryJson = z.looseObject({
  kind,
  id: slug,
  title: z.string(),
  version: z.number().int(),
  contentHash: z.string(),
  sections: z.record(z.string(), z.string()).describe('Markdown by section.'),
  fields: z.record(z.string(), z.unknown()),
  relations: z.array(
    z.looseObject({
      kind: z.string(),
      mechanism: z.string(),
      to: z.string(),
      state: z
        .enum(relationStates)
        .optional()
        .describe('What the other side says to a declaration of one; `derived` for twins.'),
    }),
  ),
  people: z.looseObject({
    total: z.number().int(),
    profiled: z.number().int(),
    expertise: z.record(z.string(), z.number().int()),
    recognition: z.record(z.string(), z.number().int()),
  }),
  decision: z.unknown(),
  links,
})

const made = z.object({ id })

/** What each route answers. Objects may gain keys; none is renamed. */
export const outputs = {
  entries: list(
    z.looseObject({ kind, id: slug, title: z.string(), version: z.number().int(), contentHash: z.string(), links }),
  ),
  entry: entryJson,
  versions: list(
    z.looseObject({
      n: z.number().int(),
      contentHash: z.string(),
      publishedAt: z.iso.datetime(),
      note: z.string(),
      decision: z.unknown(),
      links,
    }),
  ),
  version: z.looseObject({
    kind,
    id: slug,
    title: z.string(),
    version: z.number().int(),
    contentHash: z.string(),
    publishedAt: z.iso.datetime(),
    sections: z.record(z.string(), z.string()).describe('Markdown by section.'),
    fields: z.record(z.string(), z.unknown()),
    declarations: z.array(z.object({ kind: z.string(), to: z.string(), rationale: z.string() })),
    decision: z.unknown(),
    links,
  }),
  made,
  draft: z.looseObject({
    id,
    state: z.string(),
    entry: z.looseObject({ kind, id: slug, version: z.number().int().nullable() }),
    sections: z.record(z.string(), z.string()),
    fields: z.record(z.string(), z.unknown()),
    contentHash: z.string(),
  }),
  replaced: z.object({ section: id, contentHash: z.string() }),
  published: z.object({ version: z.number().int() }),
  ballotMade: z.object({ id, contentHash: z.string().nullable().describe('Null for one that opens later.') }),
  ballot: z.looseObject({
    id,
    state: z.string(),
    draft: z.string().nullable(),
    rule: z.string(),
    options: z
      .array(
        z.object({
          id: z.string(),
          label: z.string(),
          draftId: z.string().optional(),
          snapshotId: z.string().optional(),
        }),
      )
      .nullable()
      .describe('What can be chosen between; null where one text or question is decided.'),
    contentHash: z.string().nullable().describe('Null until it opens.'),
    closesAt: z.iso.datetime(),
    electorate: z.number().int(),
    turnout: z.number().int().describe('Papers that count now.'),
    toAskAgain: z.number().int().describe('Voters who have to vote again or re-affirm, because the text changed.'),
    amendments: z.array(z.looseObject({ n: z.number().int(), change: z.enum(amendmentChanges), contentHash: hash })),
    outcome: z.unknown().nullable().describe('Null until results may be seen.'),
  }),
  receipt: z.object({ receipt: z.string() }),
  reminded: z.object({ waiting: z.number().int().describe('How many have not voted.') }),
  extended: z.object({ closesAt: z.number().int().describe('Milliseconds since 1970, UTC.') }),
  done: z.object({ done: z.literal(true) }),
  amended: z.object({ n: z.number().int(), contentHash: hash, closesAt: z.iso.datetime() }),
  challenged: z.object({ closesAt: z.iso.datetime() }),
  closed: z.object({ outcome: z.unknown() }),
  record: list(
    z.object({
      seq: z.number().int(),
      type: z.string(),
      subject: z.string(),
      payload: z.record(z.string(), z.unknown()),
      leafHash: z.string().nullable(),
      at: z.number().int().describe('Milliseconds since 1970, UTC; part of what is hashed.'),
      prev: z.string(),
      hash: z.string(),
    }),
  ),
} as const

export const problemSchema = z.object({
  code: z.string(),
  title: z.string(),
  detail: z.string(),
  status: z.number().int(),
  field: z.string().optional(),
})
