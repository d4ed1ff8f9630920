import { AppError } from '../../errors.ts'
import { entryOf } from './entry-ref.ts'
import type { ApiRoute } from './route.ts'
import { route } from './route.ts'
import { inputs, outputs } from './schemas.ts'

export const ballotRoutes: readonly ApiRoute[] = [
  route({
    method: 'post',
    path: '/ballots',
    summary: 'Open a ballot about the frozen text of a draft, or between options',
    status: 201,
    input: inputs.openBallot,
    output: outputs.ballotMade,
    handler: (services, viewer, { draft, entry, ...input }) => {
      if (draft !== undefined && entry === undefined) return services.openBallot(viewer, { draftId: draft, ...input })
      if (entry !== undefined && draft === undefined) {
        return services.askBallot(viewer, { entry: entryOf(entry), ...input })
      }
      throw new AppError('bad-input', 'Name either a draft or a published entry.', 'draft')
    },
  }),
  route({
    method: 'get',
    path: '/ballots/:id',
    summary: 'Read a ballot; results only once they may be seen',
    open: true,
    input: inputs.ballot,
    output: outputs.ballot,
    handler: (services, viewer, input) => services.ballotJson(viewer, input),
  }),
  route({
    method: 'post',
    path: '/ballots/:id/votes',
    summary: 'Cast a vote, in place of an earlier one',
    status: 201,
    input: inputs.vote,
    output: outputs.receipt,
    handler: async (services, viewer, { id, settledBy, ...input }) => {
      const choice = input.choice ?? (input.marks ? 'agree' : '')
      const vote = { ballotId: id, ...input, choice, settledBy: settledBy ?? input.reason }
      const { receipt } = await services.castVote(viewer, vote)
      return { receipt }
    },
  }),
  route({
    method: 'post',
    path: '/ballots/:id/extend',
    summary: 'Let an open ballot close later, with a reason (who opened it, and moderators)',
    input: inputs.extendBallot,
    output: outputs.extended,
    handler: (services, viewer, { id, ...input }) => services.extendBallot(viewer, { ballotId: id, ...input }),
  }),
  route({
    method: 'post',
    path: '/ballots/:id/remind',
    summary: 'Remind those who have not voted, once a day (who opened it, and moderators)',
    input: inputs.ballot,
    output: outputs.reminded,
    handler: (services, viewer, { id }) => services.remindNonvoters(viewer, { ballotId: id }),
  }),
  route({
    method: 'post',
    path: '/ballots/:id/plan',
    summary: 'Change when a planned ballot opens and closes (who planned it, and moderators)',
    input: inputs.replanBallot,
    output: outputs.done,
    handler: async (services, viewer, { id, ...times }) => {
      await services.replanBallot(viewer, { ballotId: id, ...times })
      return { done: true as const }
    },
  }),
  route({
    method: 'post',
    path: '/ballots/:id/cancel',
    summary: 'Cancel a planned ballot, with a reason (who planned it, and moderators)',
    input: inputs.cancelPlan,
    output: outputs.done,
    handler: async (services, viewer, { id, reason }) => {
      await services.cancelPlan(viewer, { ballotId: id, reason })
      return { done: true as const }
    },
  }),
  route({
    method: 'post',
    path: '/ballots/:id/statement',
    summary: 'Say in words what a closed ballot decided (moderators)',
    input: inputs.stateOutcome,
    output: outputs.done,
    handler: async (services, viewer, { id, statement }) => {
      await services.stateOutcome(viewer, { ballotId: id, statement })
      return { done: true as const }
    },
  }),
  route({
    method: 'post',
    path: '/ballots/:id/reaffirmations',
    summary: 'Have your vote hold for the text as it was changed under vote',
    status: 201,
    input: inputs.reaffirm,
    output: outputs.receipt,
    handler: async (services, viewer, { id, contentHash }) => {
      const { receipt } = await services.reaffirmVote(viewer, { ballotId: id, contentHash })
      return { receipt }
    },
  }),
  route({
    method: 'post',
    path: '/ballots/:id/amendments',
    summary: 'Put what the draft says now under vote (its owner, moderators)',
    status: 201,
    input: inputs.amendBallot,
    output: outputs.amended,
    handler: async (services, viewer, { id, closesAt, ...input }) => {
      const amendment = { ballotId: id, ...input, ...(closesAt === undefined ? {} : { closesAt }) }
      const amended = await services.amendBallot(viewer, amendment)
      return { ...amended, closesAt: new Date(amended.closesAt).toISOString() }
    },
  }),
  route({
    method: 'post',
    path: '/ballots/:id/amendments/:n/challenge',
    summary: 'Say that a change called a typo is more than that (members)',
    input: inputs.challengeAmendment,
    output: outputs.challenged,
    handler: async (services, viewer, { id, n, reason }) => {
      const { closesAt } = await services.challengeAmendment(viewer, { ballotId: id, n, reason })
      return { closesAt: new Date(closesAt).toISOString() }
    },
  }),
  route({
    method: 'post',
    path: '/ballots/:id/close',
    summary: 'Close a ballot before its time, with a reason (moderators)',
    input: inputs.closeBallot,
    output: outputs.closed,
    handler: (services, viewer, { id, reason }) => services.closeBallot(viewer, { ballotId: id, reason }),
  }),
]
