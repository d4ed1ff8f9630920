import type { Viewer } from '#domain/access/viewer.ts'
import type { Services } from '#server/services.ts'

/**
 * The act that a form on a draft's page of suggestions asks for; the result is the query of the page to show next.
 *
 * @param chosen ids of the suggestions that were ticked.
 * @returns null for an unknown intent.
 */
export function suggestionAct(
  services: Services,
  viewer: Viewer | null,
  typed: Record<string, string>,
  chosen: string[],
): Promise<string> | null {
  const { suggestionId = '', reason = '', text = '', seen } = typed
  const acts: Record<string, () => Promise<string>> = {
    async accept() {
      await services.acceptSuggestion(viewer, { suggestionId })
      return ''
    },
    async edit() {
      await services.acceptSuggestion(viewer, { suggestionId, text, seen, reason })
      return ''
    },
    async decline() {
      await services.declineSuggestion(viewer, { suggestionId, reason })
      return ''
    },
    async withdraw() {
      await services.withdrawSuggestion(viewer, { suggestionId })
      return ''
    },
    async renew() {
      await services.renewSuggestion(viewer, { suggestionId, text, seen })
      return ''
    },
    async several() {
      const decision = typed.decision === 'decline' ? 'decline' : 'accept'
      const { decided, left } = await services.decideSeveral(viewer, { suggestionIds: chosen, decision, reason })
      return `?decided=${decided.length}&left=${left.length}`
    },
  }
  const { intent = '' } = typed
  return Object.hasOwn(acts, intent) ? (acts[intent]?.() ?? null) : null
}
