import { newThreadHref } from '#app/features/threads/thread-list.tsx'
import type { EntryFrame } from '#server/views/entry-frame.ts'

type Framed = Pick<EntryFrame, 'place'> & {
  deliberation: { places: Record<string, { open: number; total: number; href: string }> }
}

/** Where a place of an entry is argued: its threads where there are any, or the form for a new one. */
export function discuss(frame: Framed, place: string, kind: string): { href: string; words: string } {
  const here = frame.deliberation.places[place]
  if (!here) return { href: newThreadHref({ entry: frame.place }, { place, kind }), words: 'Discuss' }
  if (here.open > 0) return { href: here.href, words: here.open === 1 ? '1 open thread' : `${here.open} open threads` }
  return { href: here.href, words: here.total === 1 ? '1 thread' : `${here.total} threads` }
}
