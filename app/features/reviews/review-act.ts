import type { AppLoadContext } from '@remix-run/node'

/** The act that a form of the page of reviews asks for, and where its result shows; null for an unknown one. */
export function reviewAct(
  { services, viewer }: AppLoadContext,
  draftId: string,
  typed: Record<string, string>,
  reviewers: readonly string[],
): { done: Promise<unknown>; at: string } | null {
  const { due = '', note = '', target = '', type = '', text = '', verdict = '' } = typed
  switch (typed.intent) {
    case 'ask-review':
      return { done: services.askReview(viewer, { draftId, reviewers, due, note }), at: 'asked' }
    case 'withdraw-request':
      return { done: services.withdrawRequest(viewer, { draftId, requestId: typed.request ?? '' }), at: 'asked' }
    case 'keep-remark':
      return { done: services.keepRemark(viewer, { draftId, target, type, text }), at: 'own' }
    case 'drop-remark':
      return { done: services.dropRemark(viewer, { remarkId: typed.remark ?? '' }), at: 'own' }
    case 'submit-review':
      return { done: services.submitReview(viewer, { draftId, verdict, text }), at: 'reviews' }
    default:
      return null
  }
}
