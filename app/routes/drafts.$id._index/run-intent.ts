import type { AppLoadContext } from '@remix-run/node'
import { redirect } from '@remix-run/node'

/** The one act a form of the draft's page asks for; the answer leads to where its result shows. */
export async function runIntent(
  { services, viewer }: AppLoadContext,
  draftId: string,
  typed: Record<string, string>,
): Promise<Response> {
  const here = redirect(`/drafts/${draftId}`, 303)
  switch (typed.intent) {
    case 'invite':
      await services.inviteMember(viewer, {
        draftId,
        actorId: typed.actorId || undefined,
        email: typed.email || undefined,
        role: typed.role ?? '',
      })
      return here
    case 'writing':
      await services.setWriting(viewer, { draftId, writing: typed.writing ?? '' })
      return here
    case 'delete':
      await services.deleteDraft(viewer, { draftId, reason: typed.reason })
      return redirect('/drafts', 303)
    case 'redact':
      await services.redactDraft(viewer, { draftId, words: typed.words, reason: typed.reason })
      return here
    case 'fork': {
      const fork = await services.forkDraft(viewer, { draftId, reason: typed.reason })
      return redirect(`/drafts/${fork.id}`, 303)
    }
    default:
      await services.moveDraft(viewer, { draftId, move: typed.move ?? '' })
      return here
  }
}
