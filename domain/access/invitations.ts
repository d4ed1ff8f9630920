import { givenRoles } from '../drafts/roles.ts'

/** Roles that a link to the site gives; who moderates is appointed by name. */
export const siteInvitationRoles = ['contributor', 'reviewer', 'facilitator'] as const
export type SiteInvitationRole = (typeof siteInvitationRoles)[number]

export const invitationRoles = [...siteInvitationRoles, ...givenRoles] as const
export type InvitationRole = (typeof invitationRoles)[number]
