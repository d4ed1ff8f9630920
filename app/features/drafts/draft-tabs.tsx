import { useEffect, useState } from 'react'

/** What a narrow page shows at a time; parts are marked by `data-part` with one or several of these ids. */
export const draftTabs = [
  { id: 'text', label: 'Text' },
  { id: 'fields', label: 'Fields' },
  { id: 'argue', label: 'Argue' },
  { id: 'people', label: 'People' },
] as const

export type DraftTab = (typeof draftTabs)[number]['id']

/**
 * Which part of the draft a narrow page shows; wide pages show all. Null until scripts run, so that nothing is hidden
 * from whoever has none. A link to a place on the page opens the tab it is in.
 */
export function useDraftTab(): [DraftTab | null, (tab: DraftTab) => void] {
  const [tab, setTab] = useState<DraftTab | null>(null)
  useEffect(() => {
    const open = (hash: string) => {
      const place = hash.length > 1 ? document.getElementById(decodeURIComponent(hash.slice(1))) : null
      const marks = place?.closest<HTMLElement>('[data-part]')?.dataset.part?.split(' ')
      const found = draftTabs.find(({ id }) => marks?.includes(id))
      if (!place || !found) return false
      setTab(found.id)
      requestAnimationFrame(() => place.scrollIntoView())
      return true
    }
    if (!open(window.location.hash)) setTab('text')
    const follow = ({ target }: MouseEvent) => {
      const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href^="#"]') : null
      if (link) open(link.hash)
    }
    document.addEventListener('click', follow)
    return () => document.removeEventListener('click', follow)
  }, [])
  return [tab, setTab]
}

export function DraftTabs({ tab, onTab }: { tab: DraftTab | null; onTab: (tab: DraftTab) => void }) {
  return (
    <nav className="draft-tabs" aria-label="Parts of this page" hidden={tab === null}>
      {draftTabs.map(({ id, label }) => (
        <button key={id} type="button" aria-pressed={id === tab} onClick={() => onTab(id)}>
          {label}
        </button>
      ))}
    </nav>
  )
}
