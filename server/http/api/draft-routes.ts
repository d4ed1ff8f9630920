import type { ApiRoute } from './route.ts'
import { route } from './route.ts'
import { inputs, outputs } from './schemas.ts'

export const draftRoutes: readonly ApiRoute[] = [
  route({
    method: 'post',
    path: '/drafts',
    summary: 'Begin a draft: a revision of an entry, or a new entry with a title',
    status: 201,
    input: inputs.createDraft,
    output: outputs.made,
    handler: (services, viewer, input) => services.createDraft(viewer, input),
  }),
  route({
    method: 'get',
    path: '/drafts/:id',
    summary: 'Read a draft as it is on disk',
    input: inputs.draft,
    output: outputs.draft,
    handler: (services, viewer, input) => services.draftJson(viewer, input),
  }),
]
