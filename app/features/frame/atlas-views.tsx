import { ViewLinks, viewsAt } from '#app/components/view-links.tsx'

const views = [
  { href: '/strategies', label: 'List' },
  { href: '/matrix', label: 'Matrix' },
  { href: '/axes', label: 'Axes' },
  { href: '/map', label: 'Map' },
  { href: '/compare', label: 'Compare' },
  { href: '/portfolio', label: 'Portfolio' },
  { href: '/signals', label: 'Signals' },
  { href: '/paths', label: 'Paths' },
  { href: '/commitments', label: 'Commitments' },
  { href: '/held-together', label: 'Held together' },
] as const

export type AtlasView = (typeof views)[number]['href']

/** The ways to look at all strategies. */
export function AtlasViews({ here }: { here: AtlasView }) {
  return <ViewLinks label="Views of the strategies" views={viewsAt(views, here)} />
}
