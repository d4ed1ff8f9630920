import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { audit } from '../../domain/portfolio/audit.ts'
import type { Holding, Member, PortfolioInput } from '../../domain/portfolio/member.ts'
import { spreadAxes } from '../../domain/portfolio/member.ts'
import type { RelatedPair } from '../../domain/relations/relate-pairs.ts'
import { relatePairs } from '../../domain/relations/relate-pairs.ts'

const levers = [
  { id: 'l1', side: 'ai-side' },
  { id: 'l2', side: 'world-side' },
  { id: 'l3', side: 'mixed' },
  { id: 'l4', side: 'ai-side' },
] as const
const values = {
  coercion: ['x', 'y'],
  'time-horizon': ['x', 'y'],
  'actor-in-control': ['x', 'y'],
  'legitimacy-source': ['x', 'y'],
}

const holding = fc.record({
  lever: fc.constantFrom('l1', 'l2', 'l3', 'l4', '', 'gone'),
  pull: fc.constantFrom('+', '-', 'neutral'),
  coordinates: fc.record({
    coercion: fc.constantFrom('x', 'y', ''),
    'time-horizon': fc.constantFrom('x', 'y', ''),
    'actor-in-control': fc.constantFrom('x', 'y', ''),
    'legitimacy-source': fc.constantFrom('x', 'y', ''),
  }),
  hasSuccessor: fc.boolean(),
  hasSignal: fc.boolean(),
  chosen: fc.boolean(),
  weight: fc.integer({ min: 1, max: 9 }),
})
const declarations = fc.array(
  fc.record({ from: fc.nat(7), to: fc.nat(7), kind: fc.constantFrom('conflict' as const, 'complement' as const) }),
  { maxLength: 14 },
)

interface World {
  input: PortfolioInput
  all: Member[]
}

const world = fc
  .tuple(fc.array(holding, { minLength: 1, maxLength: 8 }), declarations)
  .map(([rows, declared]): World => {
    const all = rows.map((row, i) => ({ ...row, slug: `s${i}` }))
    const pairs = relatePairs(
      all.map((one) => ({
        slug: one.slug,
        lever: one.lever || undefined,
        side: levers.find(({ id }) => id === one.lever)?.side,
        pull: one.pull,
        timeHorizon: one.coordinates['time-horizon'] || undefined,
        legitimacySource: one.coordinates['legitimacy-source'] || undefined,
        rejectsFrame: false,
        foreclosing: false,
      })),
      declared.map(({ from, to, kind }) => ({ from: `s${from}`, to: `s${to}`, kind, rationale: '' })),
    )
    return { all, input: { members: all.filter(({ chosen }) => chosen), all, pairs, levers, values } }
  })

/** The relation of two strategies, found by looking through all pairs. */
function related(pairs: readonly RelatedPair[], x: string, y: string): RelatedPair | undefined {
  return pairs.find(({ a, b }) => (a === x && b === y) || (a === y && b === x))
}

/** Counts again, by another way: everything from two loops over the members. */
function naive({ members, all, pairs }: PortfolioInput) {
  const sum = (list: readonly Member[]) => list.reduce((n, one) => n + one.weight, 0)
  const total = sum(members)
  const open = levers.filter(({ id }) => members.every((one) => one.lever !== id)).map(({ id }) => id)
  const clashes: string[] = []
  for (const x of members) {
    for (const y of members) {
      if (x.slug >= y.slug) continue
      const opposite = x.lever !== '' && x.lever === y.lever && [x.pull, y.pull].sort().join() === '+,-'
      if (opposite || related(pairs, x.slug, y.slug)?.kind === 'conflict') clashes.push(`${x.slug} ${y.slug}`)
    }
  }
  const onePull = (x: string, y: string) =>
    ['same-lever-twin', 'same-lever-reinforce'].includes(related(pairs, x, y)?.mechanism ?? '')
  const reach = (from: string): Set<string> => {
    const seen = new Set([from])
    for (const at of seen) for (const { slug } of members) if (onePull(at, slug)) seen.add(slug)
    return seen
  }
  const fates = members
    .filter(({ hasSignal }) => hasSignal)
    .map((one) => {
      const tied = ['same-lever-twin', 'same-lever-reinforce', 'shared-authority']
      const falls = members.filter(
        ({ slug }) => slug === one.slug || tied.includes(related(pairs, slug, one.slug)?.mechanism ?? ''),
      )
      return sum(falls)
    })
  const fits = (one: Holding) =>
    !members.some(({ slug }) => slug === one.slug) &&
    !members.some(({ slug }) => related(pairs, slug, one.slug)?.kind === 'conflict')
  return {
    total,
    open,
    share:
      total === 0
        ? 0
        : Math.max(0, ...levers.map(({ id }) => sum(members.filter(({ lever }) => lever === id)))) / total,
    clashes: clashes.sort(),
    pulls: new Set(members.map(({ slug }) => [...reach(slug)].sort().join())).size,
    fates: fates.sort((x, y) => y - x),
    coverable: open.filter((lever) => all.some((one) => one.lever === lever && fits(one))).sort(),
    fits,
  }
}

describe('the audit of a portfolio', () => {
  it('[A1] [A2] [A3] [A4] [A8] [A9] agrees with a count by brute force', () => {
    fc.assert(
      fc.property(world, ({ input }) => {
        const found = audit(input)
        const again = naive(input)
        expect(found.total).toBe(again.total)
        expect(found.untouched).toEqual(again.open)
        expect(found.concentration.share).toBeCloseTo(again.share)
        expect(found.contradictions.map(({ a, b }) => `${a} ${b}`)).toEqual(again.clashes)
        expect(found.pulls).toHaveLength(again.pulls)
        expect(found.pulls.flat().sort()).toEqual(input.members.map(({ slug }) => slug).sort())
        expect(found.fates.map(({ weight }) => weight)).toEqual(again.fates)
        const covered = found.additions.filter(({ strategy }) => strategy !== null)
        expect(covered.map(({ lever }) => lever).sort()).toEqual(again.coverable)
        for (const { strategy, complements } of covered) {
          const one = input.all.find(({ slug }) => slug === strategy) as Holding
          expect(again.fits(one)).toBe(true)
          const helps = input.members.filter(({ slug }) => related(input.pairs, slug, one.slug)?.kind === 'complement')
          expect(complements).toBe(helps.length)
        }
      }),
    )
  })

  it('[A5] [A6] [A7] puts each member in one place', () => {
    fc.assert(
      fc.property(world, ({ input }) => {
        const found = audit(input)
        expect(found.sides.reduce((n, { weight }) => n + weight, 0)).toBe(found.total)
        for (const axis of spreadAxes) {
          const spread = found.spreads.find((one) => one.axis === axis)
          const placed = input.members.filter(({ coordinates }) => coordinates[axis] !== '')
          expect(spread?.values.flatMap(({ members }) => members).sort()).toEqual(placed.map(({ slug }) => slug).sort())
          const distinct = new Set(input.members.map(({ coordinates }) => coordinates[axis]))
          expect(spread?.oneSided).toBe(distinct.size === 1 && !distinct.has(''))
        }
        expect([...found.successors.said, ...found.successors.unsaid].sort()).toEqual(
          input.members.map(({ slug }) => slug).sort(),
        )
      }),
    )
  })

  it('[A10] knows no order', () => {
    fc.assert(
      fc.property(world, ({ input }) => {
        const turned = { ...input, members: [...input.members].reverse(), pairs: [...input.pairs].reverse() }
        expect(audit(turned)).toEqual(audit(input))
      }),
    )
  })

  it('[A10] a twin raises neither coverage nor the number of pulls', () => {
    fc.assert(
      fc.property(world, ({ input, all }) => {
        const before = audit(input)
        for (const { a, b, kind } of input.pairs) {
          const [from, to] = [a, b].map((slug) => input.members.some((one) => one.slug === slug))
          if (kind !== 'twin' || from === to) continue
          const twin = all.find(({ slug }) => slug === (from ? b : a)) as Member
          const after = audit({ ...input, members: [...input.members, twin] })
          expect(after.untouched).toEqual(before.untouched)
          expect(after.pulls.length).toBeLessThanOrEqual(before.pulls.length)
        }
      }),
    )
  })

  it('[A1] removing the last that pulls a lever changes that row and no other', () => {
    fc.assert(
      fc.property(world, ({ input }) => {
        const before = audit(input)
        for (const gone of input.members) {
          const after = audit({ ...input, members: input.members.filter((one) => one !== gone) })
          const changed = before.levers.filter((row, i) => JSON.stringify(row) !== JSON.stringify(after.levers[i]))
          expect(changed.map(({ lever }) => lever)).toEqual(
            levers.some(({ id }) => id === gone.lever) ? [gone.lever] : [],
          )
        }
      }),
    )
  })
})
