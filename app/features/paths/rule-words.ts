import type { EdgeRule } from '#domain/paths/edges.ts'

/** By which rule an edge is there, in a few words. */
export const ruleWords: Record<EdgeRule, string> = {
  link: 'linked in the text',
  stage: 'complement of a later stage',
}

/** Every rule of an edge, as a phrase. */
export function rulePhrase(rules: readonly EdgeRule[]): string {
  return rules.map((rule) => ruleWords[rule]).join(' and ')
}
