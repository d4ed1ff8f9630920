import type { SectionDef } from '#domain/entries/kinds.ts'
import type { DraftPage } from '#server/views/draft-page.ts'

/** A falsification signal and a threshold are argued in a hearing, everything else about its wording. */
const hearings = new Set(['falsification', 'threshold'])

/** Where a section is argued: its threads where there are any, or the form for a new one. */
export function discussLink(page: DraftPage, section: SectionDef): { href: string; words: string } | null {
  const { draft, threads, rights } = page
  const place = `section/${section.id}`
  const found = threads.find((one) => one.place === place)
  if (found) {
    const words = found.open === 1 ? '1 open thread' : `${found.open} open threads`
    return { href: `/drafts/${draft.id}/threads#${section.id}`, words }
  }
  if (!rights.comment) return null
  const kind = hearings.has(section.id) ? section.id : 'wording'
  const query = new URLSearchParams({ draft: draft.id, place, kind })
  return { href: `/threads/new?${query}`, words: kind === 'wording' ? 'Discuss' : 'Open a hearing' }
}

/** Where the suggestions for a place are decided, or the form for the first one. */
export function suggestLink(page: DraftPage, place: string): { href: string; words: string } | null {
  const { draft, suggestions, rights } = page
  const open = suggestions.find((one) => one.place === place)?.open ?? 0
  const all = `/drafts/${draft.id}/suggestions`
  if (open > 0) return { href: all, words: open === 1 ? '1 suggestion' : `${open} suggestions` }
  if (!rights.suggest) return null
  return { href: `${all}/new?${new URLSearchParams({ place })}`, words: 'Suggest' }
}
