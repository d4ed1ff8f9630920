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
    open: true,
    input: inputs.draft,
    output: outputs.draft,
    handler: (services, viewer, input) => services.draftJson(viewer, input),
  }),
  route({
    method: 'post',
    path: '/drafts/:id/sections/:section',
    summary: 'Replace a section of a draft by a small edit; whoever has it open sees it happen',
    input: inputs.replaceSection,
    output: outputs.replaced,
    handler: (services, viewer, { id, ...input }) => services.replaceSection(viewer, { draftId: id, ...input }),
  }),
  route({
    method: 'post',
    path: '/drafts/:id/publish',
    summary: 'Publish what a ballot adopted as the next version (moderators)',
    status: 201,
    input: inputs.publish,
    output: outputs.published,
    handler: async (services, viewer, { id, ...input }) => {
      const { version } = await services.publishVersion(viewer, { draftId: id, ...input })
      return { version }
    },
  }),
]
