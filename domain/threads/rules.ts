import type { ContributionType, ThreadKind, ThreadOutcome } from './words.ts'
import { postedTypes } from './words.ts'

const leftOut: Partial<Record<ThreadKind, readonly ContributionType[]>> = {
  wording: ['evidence', 'counter-example'],
  evidence: ['rewording'],
  relation: ['rewording'],
}

/** The types of contribution one posts to a thread, in their order ([T6]). */
export function typesOf(kind: ThreadKind): ContributionType[] {
  return postedTypes.filter((type) => !leftOut[kind]?.includes(type))
}

/** The outcomes that fit a thread ([T12]). */
export function outcomesOf(thread: { kind: ThreadKind; onDraft: boolean }): ThreadOutcome[] {
  return [
    ...(thread.kind === 'falsification' ? (['signal-adopted'] as const) : []),
    'wording-adopted',
    'set-aside',
    ...(thread.onDraft ? (['minority-note'] as const) : []),
  ]
}

export type ResolveDecision = 'resolve' | 'unfit' | 'no-observation'

/**
 * May the thread be resolved so ([T12], [T13])? That it is open and who may do it is asked elsewhere.
 *
 * @param saidByCandidate the outcome names a candidate that says the signal.
 */
export function decideResolve(
  thread: { kind: ThreadKind; onDraft: boolean; header: Record<string, string> },
  outcome: ThreadOutcome,
  saidByCandidate = false,
): ResolveDecision {
  if (!outcomesOf(thread).includes(outcome)) return 'unfit'
  if (outcome === 'signal-adopted' && !saidByCandidate && !thread.header.observation?.trim()) return 'no-observation'
  return 'resolve'
}

export type ReplyDecision = 'reply' | 'elsewhere' | 'deleted'

/** May this contribution be answered in this thread ([T7], [T9])? */
export function decideReply(
  threadId: string,
  parent: { threadId: string; deletedAt: number | null } | undefined,
): ReplyDecision {
  if (!parent || parent.threadId !== threadId) return 'elsewhere'
  return parent.deletedAt === null ? 'reply' : 'deleted'
}
