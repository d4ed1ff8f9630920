import type { TypedSource } from '../sources/read-sources.ts'
import type { DemoAfterthoughts } from './demo-minds.ts'

/**
 * The deliberation that a demo begins with: invented, about real entries, by people who do not exist.
 * People are named by the local part of their demo account.
 */
export type DemoPerson = 'moderator' | 'facilitator' | 'reviewer' | 'contributor' | 'contributor2' | 'admin'

export interface DemoContribution {
  by: DemoPerson
  type: 'for' | 'against' | 'question' | 'evidence' | 'counter-example' | 'rewording' | 'note'
  text: string
  /** Index of the contribution in the same thread that it answers. */
  replyTo?: number
  sources?: readonly TypedSource[]
  /** Index of the contribution in the public hearing that it names as *see also*. */
  seeAlso?: number
}

export interface DemoCandidate {
  by: DemoPerson
  text: string
  reactions: Partial<Record<DemoPerson, 'agree' | 'disagree' | 'unsure'>>
  reasons: DemoContribution[]
}

/** A draft that is being written, on a strategy that names no falsification signal yet. */
export const draftInProgress = {
  strategy: 'distributed-builders',
  owner: 'contributor' as DemoPerson,
  sections: {
    falsification:
      'Five or more independent organisations hold models near the frontier, and one of them nevertheless comes to decide alone on a matter that binds the others.',
    threshold: 'The number of holders grows faster than the ability of anyone to find and stop the worst of them.',
  },
  hearing: {
    kind: 'falsification' as const,
    title: 'What would show that many builders do not prevent domination?',
    header: {
      observation: 'One organisation sets the terms for all others although at least five can train comparable models.',
      measured:
        'Compare who can train near the frontier with who decided on releases, prices and access in the same year.',
      'by-when': 'Any year before 2032.',
      'recognised-by': 'A competition authority, or two independent research groups that publish their method.',
      'fine-print': 'A lead in quality alone does not count; the others must have had to follow against their will.',
    },
  },
  contributions: [
    {
      by: 'contributor',
      type: 'for',
      text: 'This is the observation that the bet itself rules out. If many builders exist and one still rules, then spreading capability did not do what we said it would.',
      sources: [{ entry: 'open-source-ai-must-win-news', status: 'advocacy' }],
    },
    {
      by: 'reviewer',
      type: 'against',
      text: 'It can hardly be observed. Whoever dominates will call it cooperation, and the others will have reasons not to contradict. A signal that the losing side must announce will never be announced.',
    },
    {
      by: 'facilitator',
      type: 'question',
      text: 'Do we mean domination of the market, of the state, or either? An authority can see the first. Nobody in particular is charged with seeing the second.',
      replyTo: 1,
    },
    {
      by: 'contributor2',
      type: 'evidence',
      text: 'Competition authorities already establish dominance for search and for mobile app stores, against the will of the firms and with published reasoning. So it can be recognised without the loser having to say so.',
      replyTo: 1,
      sources: [
        {
          url: 'https://ec.europa.eu/commission/presscorner/detail/en/IP_17_1784',
          title:
            'Commission fines Google €2.42 billion for abusing dominance as search engine by giving illegal advantage to own comparison shopping service',
          publisher: 'European Commission',
          date: '2017-06-27',
          status: 'established',
        },
        {
          url: 'https://ec.europa.eu/commission/presscorner/detail/en/IP_24_1161',
          title: 'Commission fines Apple over €1.8 billion over abusive App store rules for music streaming providers',
          publisher: 'European Commission',
          date: '2024-03-04',
          status: 'established',
        },
      ],
    },
    {
      by: 'reviewer',
      type: 'counter-example',
      text: 'Those findings came a decade after the fact. With a horizon of 2032 the signal would land too late to change what anybody does.',
      replyTo: 3,
      seeAlso: 2,
    },
    {
      by: 'contributor2',
      type: 'rewording',
      text: 'Proposal: “… comes to decide alone, for twelve months, on who may train, buy or release models of that class.” That names the matter and the time, and both can be checked.',
    },
    {
      by: 'contributor',
      type: 'note',
      text: 'I would take the twelve months and leave out “train”: nobody decides alone on who may train while five can.',
      replyTo: 5,
    },
  ] satisfies DemoContribution[],
  afterthoughts: {
    minds: [
      { by: 'facilitator', of: 3, from: 'disagree', to: 'unsure', words: 'Somebody else than the loser can say it.' },
      { by: 'contributor', of: 4, from: 'agree', to: 'unsure', words: 'Ten years late helps nobody.' },
    ],
    restatement: {
      by: 'contributor2',
      side: 'against',
      text: 'Whoever comes to rule will not say so, and those who follow will have reasons to call it their choice. A court may find it out in the end, but only when the years in which it mattered are over.',
      marks: [{ by: 'reviewer', verdict: 'fair', missing: '' }],
    },
  } satisfies DemoAfterthoughts,
  candidates: [
    {
      by: 'contributor2' as DemoPerson,
      text: 'Five or more organisations can train comparable models, and one of them nevertheless decides alone, for twelve months, on who may buy or release models of that class.',
      reactions: { contributor: 'agree', reviewer: 'unsure', facilitator: 'agree' },
      reasons: [
        {
          by: 'facilitator',
          type: 'for',
          text: 'It names the matter and the time, and an authority could find it out against the will of the firm.',
        },
        {
          by: 'reviewer',
          type: 'against',
          text: 'Twelve months of deciding alone may pass before anybody can prove the first of them.',
        },
      ],
    },
    {
      by: 'reviewer' as DemoPerson,
      text: 'Of the organisations that hold models near the frontier, all but one change their terms of release within ninety days of the one, three times in a row.',
      reactions: { contributor: 'disagree', contributor2: 'disagree', facilitator: 'agree', moderator: 'agree' },
      reasons: [
        {
          by: 'contributor',
          type: 'against',
          text: 'Following is not obeying. Firms copy each other’s terms in markets that nobody rules.',
        },
      ],
    },
    {
      by: 'facilitator' as DemoPerson,
      text: 'A competition authority finds one developer dominant in general-purpose models while at least four others sell models of the same class.',
      reactions: { contributor: 'agree', reviewer: 'agree' },
      reasons: [
        {
          by: 'reviewer',
          type: 'for',
          text: 'It leaves the judgement to somebody who publishes how they judge, and it can be looked up.',
        },
      ],
    },
  ] satisfies DemoCandidate[],
  suggestion: {
    by: 'reviewer' as DemoPerson,
    place: 'section/falsification',
    text: 'Five or more independent organisations hold models near the frontier, and one of them nevertheless decides alone, for twelve months, on who may buy or release models of that class.',
    reason: 'It names the matter and the time, so that both can be checked.',
  },
}

/** A hearing in public, about a published entry. */
export const publicHearing = {
  strategy: 'open-source-maximalism',
  by: 'reviewer' as DemoPerson,
  kind: 'threshold' as const,
  title: 'At which point do attackers outrun defenders?',
  header: {
    indicator: 'Days between the publication of a flaw found by a model and its repair in most installations.',
    'stable-side': 'Repairs reach most installations before the flaw is used against them.',
    'unstable-side': 'The flaw is used first, and the model that found it cannot be called back.',
    'leading-indicator': 'The share of attacks that begin within a day of publication.',
  },
  contributions: [
    {
      by: 'reviewer',
      type: 'question',
      text: 'The published threshold says that attacks come faster than defenders can deal with them. In which field would we look first, and who counts?',
    },
    {
      by: 'contributor2',
      type: 'for',
      text: 'Software is the field with numbers. If the threshold cannot be placed there, it cannot be placed anywhere.',
      replyTo: 0,
    },
    {
      by: 'facilitator',
      type: 'against',
      text: 'Software is also the field where defence is fastest. A threshold measured there would look safe long after it was passed in biology.',
      replyTo: 0,
    },
  ] satisfies DemoContribution[],
  afterthoughts: {
    minds: [{ by: 'contributor', of: 2, from: 'agree', to: 'unsure', words: 'I had thought of software alone.' }],
    restatement: {
      by: 'contributor2',
      side: 'against',
      text: 'In software a repair travels as fast as an attack. Whoever measures there measures the best case.',
      marks: [
        {
          by: 'facilitator',
          verdict: 'not-quite',
          missing: 'That in biology the threshold could be behind us while the figure for software still looks good.',
        },
      ],
    },
  } satisfies DemoAfterthoughts,
  scale: {
    unit: 'days',
    low: '0',
    high: '60',
    unstable: 'above',
    reading: '8',
    readingSource: 'Sample figure of this demo, measured by nobody',
    readingDate: '2026-10-31',
  },
  markers: [
    {
      by: 'reviewer',
      value: '14',
      reason: 'Two weeks is what a hospital needs to test a patch before it installs it.',
    },
    { by: 'contributor2', value: '10', reason: 'Tools that turn a patch into an attack already need less than that.' },
    { by: 'facilitator', value: '30', reason: 'Most installations are not worth the trouble within the first month.' },
    { by: 'moderator', value: '21', reason: 'Large operators keep to three weeks and have come through so far.' },
    { by: 'contributor', value: '12', reason: 'Below that the slow ones are still a minority.' },
  ] satisfies { by: DemoPerson; value: string; reason: string }[],
}
