import { ViewLinks, viewsAt } from '#app/components/view-links.tsx'

const pages = [
  { href: '/account', label: 'Overview' },
  { href: '/account/profile', label: 'Profile' },
  { href: '/account/security', label: 'Sign-in and security' },
  { href: '/account/reading', label: 'Reading' },
  { href: '/account/notifications', label: 'Notifications' },
  { href: '/account/data', label: 'My data' },
  { href: '/cases', label: 'Decisions' },
] as const

/** The pages of the own account. */
export function AccountNav({ here }: { here: (typeof pages)[number]['href'] }) {
  return <ViewLinks label="Your account" views={viewsAt(pages, here)} />
}
