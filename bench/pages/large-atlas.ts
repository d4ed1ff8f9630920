import type { Declaration, EntryContent, FieldValue, Row } from '../../domain/entries/kinds.ts'
import { axisIds } from '../../domain/entries/kinds.ts'
import { fixedOptions } from '../../domain/entries/options.ts'
import type { Vocabulary } from '../../domain/entries/vocabulary.ts'
import { paragraph } from '../../domain/prose/tree.ts'
import type { Random } from '../../tests/factories/random.ts'
import { pick, upTo } from '../../tests/factories/random.ts'
import type { Words } from './large-words.ts'

export interface LargeEntry {
  slug: string
  content: EntryContent
}

/** How large an atlas the pages are held against (design §7), beside which today's is small. */
export const largeSize = {
  strategies: 2000,
  relations: 20_000,
  people: 5000,
  scenarios: 60,
  concepts: 300,
  sources: 600,
}

/** Entries of an atlas of this size, the same for the same numbers. */
export function largeAtlas(vocabulary: Vocabulary, words: Words, random: Random, size = largeSize): LargeEntry[] {
  const slugs = (start: string, n: number) => Array.from({ length: n }, (_, i) => `${start}-${i + 1}`)
  const strategies = slugs('strategy', size.strategies)
  const scenarios = slugs('scenario', size.scenarios)
  const tags = slugs('tag', 400)
  const declared = declarations(strategies, words, random, size.relations)
  const some = (list: readonly string[], most: number) => [
    ...new Set(Array.from({ length: upTo(random, most + 1) }, () => pick(random, list))),
  ]
  const option = (source: keyof typeof fixedOptions) => pick(random, fixedOptions[source] ?? []).id

  const strategy = (slug: string): LargeEntry => {
    const sections = [
      'bet',
      'mechanism',
      'binds-next',
      'falsification',
      'threshold',
      'analogue-produced',
      'analogue-failed',
    ]
    const fields: Record<string, FieldValue> = {
      lever: pick(random, vocabulary.levers).id,
      pull: pick(random, ['+', '+', '-', '-', 'neutral']),
      ...Object.fromEntries(axisIds.map((id) => [id, axisValue(vocabulary, id, random)])),
      scenarios: some(scenarios, 3),
      tags: some(tags, 5),
      'analogue-domain': option('analogue-domains'),
      'analogue-regime': words.title(),
      vintages: [{ year: String(2014 + upTo(random, 12)), text: words.sentence() }],
      commitments: [
        { topic: option('commitment-topics'), claim: words.sentence(), 'fails-if': words.sentence().toLowerCase() },
      ],
    }
    return entry('strategy', slug, words.title(), sections, fields, declared.get(slug))
  }
  const person = (slug: string): LargeEntry => {
    const profiled = random() < 0.3
    const positions = [
      ...new Set([pick(random, strategies), ...some(strategies, 4), ...some(strategies.slice(0, 20), 1)]),
    ]
    return entry('person', slug, words.name(), [], {
      role: words.title(),
      ...(profiled && {
        expertise: pick(random, vocabulary.expertise).id,
        recognition: pick(random, vocabulary.recognition).id,
      }),
      affiliations: [{ org: words.title(), role: words.title(), current: true }],
      positions: positions.map(
        (to): Row => ({
          strategy: to,
          stance: pick(random, vocabulary.stances).id,
          tentative: random() < 0.1,
          summary: words.sentence(),
          sources: [
            {
              title: words.title(),
              publisher: words.name(),
              url: 'https://example.org/',
              medium: 'blog',
              date: '2025',
            },
          ],
        }),
      ),
    })
  }
  const source = (slug: string): LargeEntry =>
    entry('source', slug, words.title(), ['summary', 'why-it-matters'], {
      status: 'published',
      outlet: words.name(),
      strategies: some(strategies, 6),
      tags: some(tags, 4),
      claims: Array.from({ length: 6 }, () => ({ text: words.sentence(), status: option('claim-statuses') })),
    })

  return [
    ...strategies.map(strategy),
    ...slugs('concept', size.concepts).map((slug) =>
      entry('concept', slug, words.title(), ['body'], {
        summary: words.sentence(),
        related: some(strategies, 5),
        tags: some(tags, 4),
      }),
    ),
    ...slugs('person', size.people).map(person),
    ...scenarios.map((slug) =>
      entry('scenario', slug, words.title(), ['description'], { 'adversary-class': option('adversary-classes') }),
    ),
    ...slugs('source', size.sources).map(source),
  ]

  function entry(
    kind: EntryContent['kind'],
    slug: string,
    title: string,
    sections: readonly string[],
    fields: Record<string, FieldValue>,
    declarations: Declaration[] = [],
  ): LargeEntry {
    const prose = sections.map((id) => [id, paragraph(words.paragraph(1 + upTo(random, 3)))] as const)
    return { slug, content: { kind, schema: 1, title, sections: Object.fromEntries(prose), fields, declarations } }
  }
}

function axisValue(vocabulary: Vocabulary, id: string, random: Random): string {
  return pick(random, vocabulary.axes.find((axis) => axis.id === id)?.values ?? []).id
}

/** So many different pairs, a third of them conflicts; every tenth says why. A few strategies have very many. */
function declarations(strategies: readonly string[], words: Words, random: Random, pairs: number) {
  const own = new Map<string, Declaration[]>()
  const known = new Set<string>()
  while (known.size < pairs) {
    const from = random() < 0.1 ? upTo(random, 20) : upTo(random, strategies.length)
    const to = upTo(random, strategies.length)
    const pair = `${Math.min(from, to)} ${Math.max(from, to)}`
    if (from === to || known.has(pair)) continue
    known.add(pair)
    const slug = strategies[from] ?? ''
    const rationale = random() < 0.1 ? words.sentence() : ''
    const kind = random() < 1 / 3 ? 'conflict' : 'complement'
    own.set(slug, [...(own.get(slug) ?? []), { kind, to: strategies[to] ?? '', rationale }])
  }
  return own
}
