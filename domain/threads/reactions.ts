import type { ContributionType } from './words.ts'

export const stances = ['agree', 'disagree', 'unsure'] as const
export type Stance = (typeof stances)[number]

export const stanceLabels: Record<Stance, string> = { agree: 'Agree', disagree: 'Disagree', unsure: 'Unsure' }

/** How many people reacted how to one contribution. */
export type StanceCounts = Record<Stance, number>

export type ReactDecision = 'set' | 'take-back' | 'own' | 'deleted'

/** What a reaction comes to ([T15]). That the thread is open and who may post is asked elsewhere. */
export function decideReact(
  contribution: { authorId: string; deletedAt: number | null },
  before: Stance | null,
  next: Stance,
  actorId: string,
): ReactDecision {
  if (contribution.deletedAt !== null) return 'deleted'
  if (contribution.authorId === actorId) return 'own'
  return before === next ? 'take-back' : 'set'
}

/** Does it say what its author thinks? A restatement says what others argue; whether it is fair is asked instead ([T35]). */
export function takesReactions(type: ContributionType): boolean {
  return type !== 'restatement'
}

/** May this person see how others reacted ([T16])? */
export function showsCounts(about: { resolved: boolean; own: Stance | null; isAuthor: boolean }): boolean {
  return about.resolved || about.own !== null || about.isAuthor
}

/**
 * How evenly a contribution splits those who took a side: the smaller side's share of both, from 0 to 0.5; 0 where it
 * is no crux ([T17]).
 */
export function split({ agree, disagree }: StanceCounts): number {
  const smaller = Math.min(agree, disagree)
  const share = smaller / (agree + disagree)
  return smaller >= 2 && share >= 1 / 3 ? share : 0
}

export const noCounts: Readonly<StanceCounts> = { agree: 0, disagree: 0, unsure: 0 }

/** How many of these reactions are of each stance. */
export function countStances(reactions: Iterable<{ stance: Stance }>): StanceCounts {
  const counts = { ...noCounts }
  for (const { stance } of reactions) counts[stance] += 1
  return counts
}

/** Ids of the cruxes that are not deleted, the most split first ([T17]). */
export function livingCruxes(
  counts: ReadonlyMap<string, StanceCounts>,
  all: readonly { id: string; deletedAt: number | null }[],
): string[] {
  const living = new Set(all.filter(({ deletedAt }) => deletedAt === null).map(({ id }) => id))
  return cruxes(counts).filter((id) => living.has(id))
}

/** Ids of the cruxes, the most split first ([T17]). */
export function cruxes(counts: ReadonlyMap<string, StanceCounts>): string[] {
  return [...counts]
    .map(([id, one]) => ({ id, split: split(one), sides: one.agree + one.disagree }))
    .filter((one) => one.split > 0)
    .sort((a, b) => b.split - a.split || b.sides - a.sides || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id)
}
