import { typedSources } from '#app/features/sources/typed-sources.ts'
import type { Viewer } from '#domain/access/viewer.ts'
import type { Services } from '#server/services.ts'

type Typed = Record<string, string>

/** What a page may do with a sent form: runs the act and says which contribution came out of it. */
type Acts = Record<string, () => Promise<{ sent?: string }>>

/**
 * The act that a form on a thread's page asks for.
 *
 * @returns null for an intent that the page does not know.
 */
export function threadAct(
  services: Services,
  viewer: Viewer | null,
  threadId: string,
  typed: Typed,
): Promise<{ sent?: string }> | null {
  const { text = '', reason = '', contributionId = '' } = typed
  const acts: Acts = {
    async post() {
      const { type = '', replyTo = '', candidate = '', seeAlso } = typed
      const post = { threadId, type, text, replyTo, candidate, seeAlso, sources: typedSources(typed) }
      const { id } = await services.postContribution(viewer, post)
      return { sent: id }
    },
    async edit() {
      await services.editContribution(viewer, { contributionId, text })
      return {}
    },
    async delete() {
      await services.deleteContribution(viewer, { contributionId })
      return {}
    },
    async link() {
      await services.linkContribution(viewer, { contributionId, seeAlso: typed.seeAlso ?? '' })
      return {}
    },
    async unlink() {
      await services.unlinkContribution(viewer, { contributionId, to: typed.to ?? '' })
      return {}
    },
    async react() {
      await services.react(viewer, { contributionId, stance: typed.stance ?? '' })
      return {}
    },
    async mind() {
      const { from = '', to = '', words = '' } = typed
      await services.changeMind(viewer, { contributionId, from, to, words })
      return {}
    },
    async 'mind-back'() {
      await services.takeBackMind(viewer, { contributionId, actorId: typed.actorId })
      return {}
    },
    async restate() {
      const { id } = await services.restate(viewer, { threadId, side: typed.side, of: typed.of, text })
      return { sent: id }
    },
    async fair() {
      const { verdict = '', missing, revision = '' } = typed
      await services.markRestatement(viewer, { contributionId, verdict, missing, revision })
      return {}
    },
    async 'fair-back'() {
      await services.takeBackMark(viewer, { contributionId, actorId: typed.actorId })
      return {}
    },
    async header() {
      await services.editHeader(viewer, { threadId, field: typed.field ?? '', text, was: typed.was })
      return {}
    },
    async check() {
      await services.answerCheck(viewer, { threadId, check: typed.check ?? '', answer: typed.answer ?? '', reason })
      return {}
    },
    async dispute() {
      await services.disputeReport(viewer, { threadId, reportId: typed.reportId ?? '', reason })
      return {}
    },
    async resolve() {
      const { outcome = '', candidate } = typed
      await services.resolveThread(viewer, { threadId, outcome, reason, candidate })
      return {}
    },
    async merge() {
      await services.mergeThreads(viewer, { threadId, into: typed.into ?? '' })
      return {}
    },
    async reopen() {
      await services.reopenThread(viewer, { threadId, reason })
      return {}
    },
    async confirm() {
      await services.confirmOutcome(viewer, { threadId })
      return {}
    },
    ...bandActs(services, viewer, threadId, typed),
    ...candidateActs(services, viewer, threadId, typed),
    ...objectionActs(services, viewer, { threadId }, typed),
  }
  return run(acts, typed.intent)
}

/** The act that a form about a draft's objections or holds asks for; null for an unknown intent. */
export function objectionAct(
  services: Services,
  viewer: Viewer | null,
  about: { draftId: string },
  typed: Typed,
): Promise<{ sent?: string }> | null {
  const { holdId = '', until = '', reason = '' } = typed
  const acts: Acts = {
    ...objectionActs(services, viewer, about, typed),
    async hold() {
      await services.placeHold(viewer, { ...about, until, reason })
      return {}
    },
    async lift() {
      await services.liftHold(viewer, { ...about, holdId, reason })
      return {}
    },
  }
  return run(acts, typed.intent)
}

function run(acts: Acts, intent = ''): Promise<{ sent?: string }> | null {
  return Object.hasOwn(acts, intent) ? (acts[intent]?.() ?? null) : null
}

function bandActs(services: Services, viewer: Viewer | null, threadId: string, typed: Typed): Acts {
  const { unit = '', low = '', high = '', unstable = '', value = '', reason = '' } = typed
  const { reading, readingSource, readingDate, was } = typed
  return {
    async scale() {
      const scale = { unit, low, high, unstable, reading, readingSource, readingDate, was }
      await services.setScaleOf(viewer, { threadId, ...scale })
      return {}
    },
    async marker() {
      const { move } = await services.placeMarker(viewer, { threadId, value, reason, was })
      return { sent: String(move) }
    },
  }
}

function candidateActs(services: Services, viewer: Viewer | null, threadId: string, typed: Typed): Acts {
  const { candidate = '', text = '' } = typed
  return {
    async propose() {
      const { n } = await services.proposeCandidate(viewer, { threadId, text })
      return { sent: String(n) }
    },
    async 'candidate-reword'() {
      await services.rewordCandidate(viewer, { threadId, candidate, text })
      return {}
    },
    async 'candidate-withdraw'() {
      await services.withdrawCandidate(viewer, { threadId, candidate })
      return {}
    },
    async 'candidate-react'() {
      await services.reactToCandidate(viewer, { threadId, candidate, stance: typed.stance ?? '', seen: typed.seen })
      return {}
    },
    async 'candidate-merge'() {
      await services.mergeCandidate(viewer, { threadId, candidate, into: typed.into ?? '' })
      return {}
    },
    async 'candidate-carry'() {
      await services.carryCandidate(viewer, { threadId, candidate })
      return {}
    },
  }
}

function objectionActs(
  services: Services,
  viewer: Viewer | null,
  about: { draftId: string } | { threadId: string },
  typed: Typed,
): Acts {
  const { objectionId = '', contributionId, reason = '' } = typed
  return {
    async attach() {
      const owner = contributionId ? { contributionId } : { objectionId }
      await services.addSource(viewer, { owner, sources: typedSources(typed) })
      return {}
    },
    async detach() {
      await services.removeSource(viewer, { sourceId: typed.sourceId ?? '' })
      return {}
    },
    ...standInActs(services, viewer, typed),
    async raise() {
      const { text = '', settledBy = '' } = typed
      await services.raiseObjection(viewer, { ...about, text, settledBy, sources: typedSources(typed) })
      return {}
    },
    async dispose() {
      await services.disposeObjection(viewer, { objectionId, disposition: typed.disposition ?? '', reason })
      return {}
    },
    async withdraw() {
      await services.withdrawObjection(viewer, { objectionId, reason })
      return {}
    },
    async note() {
      await services.wordMinorityNote(viewer, { objectionId, note: typed.note ?? '' })
      return {}
    },
  }
}

function standInActs(services: Services, viewer: Viewer | null, typed: Typed): Acts {
  const { objectionId = '' } = typed
  return {
    async 'stand-in'() {
      await services.nameStandIn(viewer, { objectionId, standInId: typed.standInId ?? '' })
      return {}
    },
    async 'ask-stand-in'() {
      await services.askStandIn(viewer, { objectionId })
      return {}
    },
    async 'step-in'() {
      await services.stepIn(viewer, { objectionId })
      return {}
    },
    async 'settle-for'() {
      await services.settleForOwner(viewer, { objectionId, settledBy: typed.settledBy ?? '' })
      return {}
    },
    async 'take-up'() {
      await services.takeUpObjection(viewer, { objectionId })
      return {}
    },
  }
}
