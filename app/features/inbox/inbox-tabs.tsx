import { ViewLinks } from '#app/components/view-links.tsx'
import { tabPath } from '#app/features/inbox/address.ts'
import type { InboxPage } from '#server/views/inbox-page.ts'

/** The three parts of the inbox. */
export function InboxTabs({ page: { tab, counts } }: { page: InboxPage }) {
  const tabs = [
    { id: 'needs', label: 'Needs you', count: counts.needs },
    { id: 'watching', label: 'Watching', count: counts.watching },
    { id: 'done', label: 'Done', count: null },
  ] as const
  return (
    <ViewLinks
      label="Parts of the inbox"
      views={tabs.map(({ id, label, count }) => ({ href: tabPath(id), label, here: id === tab, count }))}
    />
  )
}
