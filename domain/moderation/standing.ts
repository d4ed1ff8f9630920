import { day } from '../text/day.ts'

export const standings = ['newcomer', 'known', 'trusted'] as const
export type Standing = (typeof standings)[number]

export interface DayLimits {
  posts: number
  /** Names with an @ in one post. */
  mentions: number
  /** Links in one post. */
  links: number
  flags: number
}

/** How much somebody may do, by their standing ([Y16]). */
export const dayLimits: Record<Standing, DayLimits> = {
  newcomer: { posts: 40, mentions: 5, links: 5, flags: 5 },
  known: { posts: 200, mentions: 15, links: 20, flags: 20 },
  trusted: { posts: 1000, mentions: 40, links: 60, flags: 60 },
}

/** What it takes to come to a standing: days since the account was made, and contributions that stand. */
export const standingTakes: Record<Exclude<Standing, 'newcomer'>, { days: number; accepted: number }> = {
  known: { days: 2, accepted: 3 },
  trusted: { days: 30, accepted: 20 },
}

/** Flags by one person in an hour, whatever their standing ([Y4]). */
export const hourFlags = 10

export interface Contributor {
  createdAt: number
  /** Contributions older than a day that stand, and suggestions that were accepted. */
  accepted: number
  /** A reviewer or more, or in the room of a live workshop. */
  exempt: boolean
}

/** Somebody's standing at a moment ([Y16]). */
export function standingAt({ createdAt, accepted, exempt }: Contributor, now: number): Standing {
  if (exempt) return 'trusted'
  const reached = (standing: 'known' | 'trusted') =>
    now - createdAt >= standingTakes[standing].days * day && accepted >= standingTakes[standing].accepted
  return reached('trusted') ? 'trusted' : reached('known') ? 'known' : 'newcomer'
}

/** When the limits of a standing widen, in a sentence ([Y17]). */
export function widensWords(standing: Standing): string {
  if (standing === 'trusted') return 'This is the widest limit there is.'
  const { days, accepted } = standingTakes[standing === 'newcomer' ? 'known' : 'trusted']
  return `The limit widens once your account is ${days} days old and ${accepted} of your contributions have stood for a day.`
}

/** How often a text names somebody with an @, and how many links it has. */
export function countInText(text: string): { mentions: number; links: number } {
  return {
    mentions: (text.match(/(?:^|[\s(])@[\p{L}\p{N}_-]/gu) ?? []).length,
    links: (text.match(/https?:\/\//gi) ?? []).length,
  }
}

/** Which limit a post of so many links and mentions breaks; null for none ([Y16]). */
export function brokenLimit(
  standing: Standing,
  { today, text }: { today: number; text: string },
): { what: 'posts' | 'mentions' | 'links'; most: number } | null {
  const most = dayLimits[standing]
  const { mentions, links } = countInText(text)
  if (today >= most.posts) return { what: 'posts', most: most.posts }
  if (mentions > most.mentions) return { what: 'mentions', most: most.mentions }
  if (links > most.links) return { what: 'links', most: most.links }
  return null
}
