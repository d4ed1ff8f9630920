import type { Viewer } from '../../../domain/access/viewer.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { acceptSuggestion } from './accept-suggestion.ts'
import { declineSuggestion } from './decline-suggestion.ts'

/** The most suggestions that one submit decides. */
export const mostAtOnce = 100

export interface DecideSeveral {
  suggestionIds: readonly string[]
  decision: 'accept' | 'decline'
  /** Needed to decline. */
  reason?: string | undefined
}

/**
 * Accepts or declines several suggestions one after another, in the order given. One that cannot be decided does not
 * keep the others back.
 *
 * @returns ids that were decided, and the others with why.
 * @throws AppError `bad-input` (reason, or nothing chosen) before anything is decided; the refusal of the first one
 * when none could be decided.
 */
export async function decideSeveral(
  deps: Deps,
  viewer: Viewer | null,
  { suggestionIds, decision, reason = '' }: DecideSeveral,
): Promise<{ decided: string[]; left: { id: string; why: string }[] }> {
  const ids = [...new Set(suggestionIds)]
  if (ids.length === 0) throw new AppError('bad-input', 'Choose at least one suggestion.', 'chosen')
  if (ids.length > mostAtOnce) throw new AppError('bad-input', `Choose at most ${mostAtOnce} at once.`, 'chosen')
  if (decision === 'decline' && reason.trim() === '') throw new AppError('bad-input', 'Write the reason.', 'reason')
  const decided: string[] = []
  const left: { id: string; why: string }[] = []
  let first: AppError | null = null
  for (const suggestionId of ids) {
    try {
      if (decision === 'accept') await acceptSuggestion(deps, viewer, { suggestionId, reason })
      else await declineSuggestion(deps, viewer, { suggestionId, reason })
      decided.push(suggestionId)
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      first ??= error
      left.push({ id: suggestionId, why: error.detail })
    }
  }
  if (first && decided.length === 0) throw first
  return { decided, left }
}
