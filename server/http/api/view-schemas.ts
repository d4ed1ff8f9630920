import * as z from 'zod'

const slug = z.string()
const links = z.record(z.string(), z.string())
const about = { total: z.number().int(), links }
const argued = z.number().int().describe('Threads, drafts and ballots that are open about it now.')

const page = z.coerce.number().int().min(1).optional().describe('`next` of the answer before.')

/** What one view of the atlas answers at `/<view>.json`, beside the page of the same name. */
interface ViewDescription {
  summary: string
  query: z.ZodObject
  item: z.ZodType
}

const views: Readonly<Record<string, ViewDescription>> = {
  levers: {
    summary: 'Every lever with what stands around it.',
    query: z.object({ page }),
    item: z.looseObject({
      kind: z.literal('lever'),
      id: slug,
      name: z.string(),
      description: z.string(),
      side: z.enum(['ai-side', 'world-side', 'mixed']),
      pulls: z.array(z.object({ pull: z.string(), strategies: z.number().int() })),
      contradictions: z.number().int(),
      withSignal: z.number().int(),
      people: z.number().int(),
      argued,
      links,
    }),
  },
  scenarios: {
    summary: 'Every scenario with the strategies that answer it.',
    query: z.object({ page }),
    item: z.looseObject({
      kind: z.literal('scenario'),
      id: slug,
      title: z.string(),
      adversary: z.string().nullable(),
      description: z.string(),
      strategies: z.array(slug),
      withSignal: z.number().int(),
      people: z.number().int(),
      argued,
      links,
    }),
  },
  signals: {
    summary: 'The ledger of falsification signals, filtered as its page is.',
    query: z.object({
      lever: z.string().optional(),
      state: z.string().optional(),
      hearing: z.enum(['yes', 'no']).optional(),
      threshold: z.enum(['yes', 'no']).optional(),
      page,
    }),
    item: z.looseObject({
      strategy: slug,
      title: z.string(),
      lever: z.string(),
      state: z.string(),
      signal: z.string(),
      hearing: z.string().nullable().describe('Address of the hearing.'),
      threshold: z.string(),
      thresholdHearing: z.string().nullable(),
    }),
  },
  paths: {
    summary: 'What binds next: the edges of the graph of strategies.',
    query: z.object({ from: slug.optional().describe('Only edges of this strategy.'), page }),
    item: z.looseObject({ from: slug, to: slug, rules: z.array(z.string()) }),
  },
  commitments: {
    summary: 'What strategies take for granted, and which of them fall with it.',
    query: z.object({ page }),
    item: z.looseObject({
      topic: z.string().nullable(),
      assumption: z.string(),
      strategies: z.array(z.object({ id: slug, failsIf: z.string() })),
    }),
  },
  'held-together': {
    summary: 'Pairs that the same people endorse, and complementary ones that nobody does.',
    query: z.object({ page }),
    item: z.looseObject({
      a: slug,
      b: slug,
      both: z.number().int(),
      holdA: z.number().int(),
      holdB: z.number().int(),
      relation: z.enum(['conflict', 'complement', 'twin']).nullable(),
      mechanism: z.string().nullable(),
    }),
  },
  board: {
    summary: 'People with a sourced position and both tiers.',
    query: z.object({ strategy: slug.optional().describe('Only people on this strategy.'), page }),
    item: z.looseObject({
      id: slug,
      name: z.string(),
      expertise: z.string(),
      recognition: z.string(),
      positions: z.number().int(),
    }),
  },
}

/** The views as the description of the API and the tests need them, by address. */
export const viewSchemas = Object.entries(views).map(([name, { summary, query, item }]) => ({
  path: `/${name}.json`,
  name,
  summary,
  query,
  answer: z.object({
    items: z.array(item),
    next: z.number().int().nullable().describe('Pass it as `page` for what follows; null at the end.'),
    ...about,
  }),
}))
