import { newThreadHref } from '#app/features/threads/thread-list.tsx'

/** What the panels of an entry need to know of the page around them; that of a published entry has it all. */
export interface PanelFrame {
  /** `strategies/<slug>` */
  place: string
  /** `/strategies/<slug>` */
  path: string
  version: { n: number }
  /** Null in a preview: what is not published yet can be neither discussed nor revised. */
  deliberation: { places: Record<string, { open: number; total: number; href: string }> } | null
}

/** Where a place of an entry is argued: its threads where there are any, or the form for a new one. */
export function discuss(frame: PanelFrame, place: string, kind: string): { href: string; words: string } | null {
  if (!frame.deliberation) return null
  const here = frame.deliberation.places[place]
  if (!here) return { href: newThreadHref({ entry: frame.place }, { place, kind }), words: 'Discuss' }
  if (here.open > 0) return { href: here.href, words: here.open === 1 ? '1 open thread' : `${here.open} open threads` }
  return { href: here.href, words: here.total === 1 ? '1 thread' : `${here.total} threads` }
}

/** The place for proposing a revision from a panel; null where nothing can be begun. */
export function revisable({ place, deliberation }: PanelFrame): string | null {
  return deliberation && place
}
