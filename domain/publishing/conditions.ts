import type { Requirement } from './merge-box.ts'

/** What a ballot asks of its publication beside the text (ballots SPEC [B62]). */
export interface Conditions {
  /** Whether it asks for a publisher who had no part in it; why this one may not, in words. */
  uninvolved: { whyNot: string | null } | null
  /** Whether it asks for a second moderator; who agreed to exactly this text, the publisher left out, by name. */
  second: { agreed: readonly string[] } | null
}

/** The lines of the merge box for what a ballot asks of its publication; none where it asks for nothing. */
export function conditionLines({ uninvolved, second }: Conditions): Requirement[] {
  return [
    ...(uninvolved
      ? [
          {
            id: 'closer' as const,
            met: uninvolved.whyNot === null,
            words:
              uninvolved.whyNot === null
                ? 'An uninvolved moderator publishes: you had no part in it.'
                : `An uninvolved moderator publishes. ${uninvolved.whyNot}`,
          },
        ]
      : []),
    ...(second
      ? [
          {
            id: 'second-moderator' as const,
            met: second.agreed.length > 0,
            words:
              second.agreed.length > 0
                ? `A second moderator agreed to exactly this text: ${second.agreed.join(', ')}.`
                : 'A second moderator has not agreed to this text yet. Another one than who publishes does that on this page.',
          },
        ]
      : []),
  ]
}

/** Lines that a moderator may override, with a reason that stands in public; all others must be met. */
const overridable = ['complete', 'closer', 'second-moderator'] as const

export function isOverridable({ id, met }: Pick<Requirement, 'id' | 'met'>): boolean {
  return !met && (overridable as readonly string[]).includes(id)
}

const overrideWords: Record<(typeof overridable)[number], string> = {
  complete: 'it was not complete',
  closer: 'no uninvolved moderator published it',
  'second-moderator': 'no second moderator agreed',
}

/** The ids that are overridden, of those that were ticked; what is met needs no override, what may not be is left. */
export function overriddenOf(requirements: readonly Requirement[], ticked: readonly string[]): Requirement['id'][] {
  return requirements.filter((one) => isOverridable(one) && ticked.includes(one.id)).map(({ id }) => id)
}

/** What a decision says of its overrides, in a sentence for the page and the history; empty where there are none. */
export function overrideSentence(ids: readonly string[], reason: string): string {
  const said = overridable.filter((id) => ids.includes(id)).map((id) => overrideWords[id])
  return said.length === 0 ? '' : ` Published although ${said.join(' and ')}, for this reason: ${reason}`
}
