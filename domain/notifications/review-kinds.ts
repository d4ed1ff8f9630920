import { duty, told } from './kind-bases.ts'
import type { Kind } from './kinds.ts'

/** What people are told of reviews of drafts. */
export const reviewNotices = {
  'review-asked': {
    ...{ ...told, about: 'draft', reads: 'draft', role: 'member', needs: true },
    why: '{by} asks you for a review',
  },
  reviewed: {
    ...{ ...told, about: 'draft', reads: 'draft' },
    why: '{by} reviewed your draft',
  },
  'review-stalled': {
    ...{ ...told, about: 'draft', reads: 'draft' },
    why: 'Nothing has happened in your draft since it went into review',
  },
  'review-abandoned': {
    ...{ ...duty, about: 'draft', reads: 'draft', role: 'moderator' },
    why: 'A draft lies in review: take it up, or withdraw it',
  },
} as const satisfies Record<string, Kind>
