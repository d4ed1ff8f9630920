import type { HeldRelation } from '#server/views/held-together-page.ts'

/** How the relation of a pair is called: one of them, and several. */
export const heldWords: Record<HeldRelation, { one: string; plural: string }> = {
  conflict: { one: 'In conflict', plural: 'In conflict' },
  complement: { one: 'Complementary', plural: 'Complementary' },
  twin: { one: 'Twins', plural: 'Twins' },
  none: { one: 'No relation', plural: 'Without relation' },
}
