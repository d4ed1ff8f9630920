import type { Viewer } from '../../../domain/access/viewer.ts'
import type { Deps } from '../../deps.ts'
import { proposeCandidate } from '../candidates/propose-candidate.ts'
import { reactToCandidate } from '../candidates/react-to-candidate.ts'
import { postContribution } from '../threads/post-contribution.ts'
import type { DemoCandidate, DemoPerson } from './demo-content.ts'

/** Proposes the demo's candidates in a hearing, with their reasons and reactions. @param later moves the clock on. */
export async function compete(
  deps: Deps,
  as: (name: DemoPerson) => Viewer,
  threadId: string,
  candidates: readonly DemoCandidate[],
  later: () => void,
): Promise<void> {
  for (const { by, text, reactions, reasons } of candidates) {
    const { n } = await proposeCandidate(deps, as(by), { threadId, text })
    const candidate = String(n)
    later()
    for (const [who, stance] of Object.entries(reactions)) {
      await reactToCandidate(deps, as(who as DemoPerson), { threadId, candidate, stance })
      later()
    }
    for (const reason of reasons) {
      await postContribution(deps, as(reason.by), { threadId, candidate, type: reason.type, text: reason.text })
      later()
    }
  }
}
