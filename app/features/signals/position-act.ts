import type { Viewer } from '#domain/access/viewer.ts'
import type { Services } from '#server/services.ts'

/**
 * The act that a form about positions asks for.
 *
 * @param strategy its slug.
 * @returns null for an intent that is none of these.
 */
export function positionAct(
  services: Services,
  viewer: Viewer | null,
  strategy: string,
  typed: Record<string, string>,
): Promise<unknown> | null {
  const { reason = '' } = typed
  switch (typed.intent) {
    case 'position': {
      const { position = '', exit = '', exitSignalId = '' } = typed
      return services.statePosition(viewer, { strategy, position, reason, exit, exitSignalId })
    }
    case 'withdraw-position':
      return services.withdrawPosition(viewer, { strategy, reason })
    case 'redact-position':
      return services.redactPosition(viewer, { strategy, actorId: typed.actorId ?? '', reason })
    default:
      return null
  }
}
