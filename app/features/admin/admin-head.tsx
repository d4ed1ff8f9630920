import type { ReactNode } from 'react'
import { HelpLink } from '#app/components/help-link.tsx'
import { ViewLinks, viewsAt } from '#app/components/view-links.tsx'

const pages = [
  { href: '/admin', label: 'Check' },
  { href: '/admin/people', label: 'People' },
  { href: '/admin/invitations', label: 'Invitations' },
  { href: '/admin/vocabulary', label: 'Vocabulary' },
  { href: '/admin/site', label: 'Texts and switches' },
  { href: '/ballots/presets', label: 'Ways of deciding' },
  { href: '/admin/jobs', label: 'Jobs' },
  { href: '/admin/rooms', label: 'Rooms' },
] as const

interface Props {
  here: (typeof pages)[number]['href']
  title: string
  /** The article that tells more. */
  help?: { article: string; about: string }
  /** What the page is for, in a line or two. */
  children: ReactNode
}

/** Heading of the pages from which the place is run, with the way between them; styles in `app/styles/admin.css`. */
export function AdminHead({ here, title, help, children }: Props) {
  return (
    <>
      <p className="eyebrow">Admin</p>
      <div className="head-with-help">
        <h1>{title}</h1>
        {help ? <HelpLink {...help} /> : null}
      </div>
      <p className="why">{children}</p>
      <ViewLinks label="Admin" views={viewsAt(pages, here)} />
    </>
  )
}
