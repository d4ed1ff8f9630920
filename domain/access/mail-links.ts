import { day } from '../text/day.ts'

const minute = 60_000

/** Links that are mailed, and for how long each is good, in milliseconds ([A15]). */
export const mailLinks = {
  'sign-in': { life: 10 * minute },
  reset: { life: 10 * minute },
  confirm: { life: day },
  'new-email': { life: 60 * minute },
  'undo-email': { life: 7 * day },
} as const

export type MailLinkKind = keyof typeof mailLinks

/** The kind that an address names; null for anything else. */
export function mailLinkKind(name: string | undefined): MailLinkKind | null {
  return (Object.keys(mailLinks) as MailLinkKind[]).find((kind) => kind === name) ?? null
}
