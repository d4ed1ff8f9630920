import type { GivenRole } from '../drafts/roles.ts'
import { givenRoles } from '../drafts/roles.ts'

/** Roles that a link to the site gives; who moderates is appointed by name. */
export const siteInvitationRoles = ['contributor', 'reviewer', 'facilitator'] as const
export type SiteInvitationRole = (typeof siteInvitationRoles)[number]

export const invitationRoles = [...siteInvitationRoles, ...givenRoles] as const
export type InvitationRole = (typeof invitationRoles)[number]

/** For how many days a link can be good, and for how many people. */
export const invitationDays = [1, 7, 30, 90] as const
export const mostInvited = 500

export interface InvitationFacts {
  expiresAt: number
  most: number
  used: number
  revokedAt: number | null
}

/** Can the link still be accepted by somebody ([V5])? Expired, used up and revoked are told alike. */
export function isGood({ expiresAt, most, used, revokedAt }: InvitationFacts, now: number): boolean {
  return revokedAt === null && expiresAt > now && used < most
}

const siteRanks = ['guest', 'reader', 'contributor', 'reviewer', 'facilitator', 'moderator', 'admin'] as const

/** Whether a link to the site gives this account anything ([V6]). */
export function givesMore(role: SiteInvitationRole, has: (typeof siteRanks)[number]): boolean {
  return siteRanks.indexOf(role) > siteRanks.indexOf(has)
}

const draftRanks = ['reader', 'commenter', 'writer', 'owner'] as const

/** The same for a link to a draft. @param has null for who has no role in it. */
export function givesMoreIn(role: GivenRole, has: (typeof draftRanks)[number] | null): boolean {
  return has === null || draftRanks.indexOf(role) > draftRanks.indexOf(has)
}
