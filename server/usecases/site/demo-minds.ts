import type { Viewer } from '../../../domain/access/viewer.ts'
import type { Stance } from '../../../domain/threads/reactions.ts'
import type { Side, Verdict } from '../../../domain/threads/restatements.ts'
import type { Deps } from '../../deps.ts'
import { changeMind } from '../threads/change-mind.ts'
import { markRestatement } from '../threads/mark-restatement.ts'
import { restate } from '../threads/restate.ts'
import type { DemoPerson } from './demo-content.ts'

/** What somebody says afterwards of the contributions of a thread. */
export interface DemoAfterthoughts {
  /** `of`: index of the contribution that changed their mind. */
  minds: { by: DemoPerson; of: number; from: Stance; to: Stance; words: string }[]
  restatement: {
    by: DemoPerson
    side: Side
    text: string
    marks: { by: DemoPerson; verdict: Verdict; missing: string }[]
  }
}

/**
 * Changes minds in a thread of the demo, and restates a side of it.
 *
 * @param argued the thread and its contributions in their order.
 * @param later moves the clock on.
 */
export async function thinkAgain(
  deps: Deps,
  as: (name: DemoPerson) => Viewer,
  argued: { threadId: string; ids: readonly string[] },
  { minds, restatement }: DemoAfterthoughts,
  later: () => void,
): Promise<void> {
  for (const { by, of, from, to, words } of minds) {
    await changeMind(deps, as(by), { contributionId: argued.ids[of] ?? '', from, to, words })
    later()
  }
  const { by, side, text, marks } = restatement
  const { id: contributionId } = await restate(deps, as(by), { threadId: argued.threadId, side, text })
  later()
  for (const { by, verdict, missing } of marks) {
    await markRestatement(deps, as(by), { contributionId, verdict, missing, revision: '1' })
    later()
  }
}
