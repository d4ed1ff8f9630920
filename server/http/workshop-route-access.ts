import type { PageAccess } from './route-access.ts'
import { directing } from './workshop-forms.ts'

/** The pages of workshops; what happens in a room is asked of the room. */
export const workshopPages: Readonly<Record<string, PageAccess>> = {
  'workshops._index': { get: ['workshop.list'] },
  'workshops.new': { get: ['workshop.create'], post: { '': ['workshop.create'] } },
  'workshops.$id._index': {
    get: ['workshop.read'],
    post: {
      'take-lead': ['workshop.take-over'],
      'hand-lead': ['workshop.lead'],
      rehearse: ['workshop.lead'],
      end: ['workshop.lead'],
    },
  },
  'workshops.$id.edit': { get: ['workshop.lead'], post: { details: ['workshop.lead'], agenda: ['workshop.lead'] } },
  'workshops.$id.console': { get: ['workshop.lead'], post: directing },
  'workshops.$id.projector': { get: ['workshop.read'] },
  'workshops.$id.replay': { get: ['workshop.read'] },
  'workshops.$id.seen': { get: ['workshop.lead'] },
  'workshops.$id.minutes[.]md': { get: ['workshop.read'] },
}
