import { entryOf } from './entry-ref.ts'
import type { ApiRoute } from './route.ts'
import { route } from './route.ts'
import { inputs, outputs } from './schemas.ts'

export const threadRoutes: readonly ApiRoute[] = [
  route({
    method: 'post',
    path: '/threads',
    summary: 'Open a thread or a hearing at a place of a draft or of a published entry',
    status: 201,
    input: inputs.openThread,
    output: outputs.made,
    handler: (services, viewer, { entry, place, ...input }) =>
      services.openThread(viewer, {
        ...input,
        ...(entry !== undefined && { entry: entryOf(entry) }),
        ...(place && { place: 'section' in place ? `section/${place.section}` : `field/${place.field}` }),
      }),
  }),
  route({
    method: 'post',
    path: '/threads/:id/contributions',
    summary: 'Post a contribution to a thread',
    status: 201,
    input: inputs.postContribution,
    output: outputs.made,
    handler: (services, viewer, { id, seeAlso = [], ...input }) =>
      services.postContribution(viewer, { threadId: id, ...input, seeAlso: seeAlso.join('\n') }),
  }),
]
