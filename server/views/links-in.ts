import type { AtlasIndex } from './atlas-index.ts'

/** Only the references `[[slug]]` that a text makes, so that a page does not carry the whole atlas. */
export function linksIn(prose: unknown, all: AtlasIndex['links']): Record<string, { title: string; href: string }> {
  const slugs = (JSON.stringify(prose) ?? '').matchAll(/\[\[([a-z0-9-]+)\]\]/g)
  const found = [...slugs].map(([, slug]) => slug ?? '')
  return Object.fromEntries(
    found.flatMap((slug) => {
      const link = all[slug]
      return link ? [[slug, link]] : []
    }),
  )
}
