import type { MetaDescriptor } from '@remix-run/node'
import type { EntryFrame } from '#server/views/entry-frame.ts'

/** What the head of an entry's page says to browsers, search engines and programs that follow links. */
export function entryMeta(frame: EntryFrame | undefined, otherwise: string): MetaDescriptor[] {
  if (!frame) return [{ title: `${otherwise} · Folkmoot` }]
  const { title, path, canonical: page, summary } = frame
  const alternate = (type: string, href: string, name: string) => ({
    tagName: 'link' as const,
    rel: 'alternate',
    type,
    href,
    title: name,
  })
  return [
    { title: `${title} · Folkmoot` },
    { name: 'description', content: summary },
    { tagName: 'link', rel: 'canonical', href: page },
    { property: 'og:type', content: 'article' },
    { property: 'og:site_name', content: 'AGI Strategies' },
    { property: 'og:title', content: title },
    { property: 'og:description', content: summary },
    { property: 'og:url', content: page },
    { property: 'og:image', content: `${page}/card.png` },
    { property: 'og:image:width', content: '1200' },
    { property: 'og:image:height', content: '630' },
    { property: 'og:image:alt', content: `${title}: how the entry begins` },
    { name: 'twitter:card', content: 'summary_large_image' },
    alternate('application/atom+xml', `${path}/feed.xml`, `${title}: versions`),
    alternate('application/json', `${path}.json`, 'JSON'),
    alternate('application/ld+json', `${path}.jsonld`, 'JSON-LD'),
    alternate('text/markdown', `${path}.md`, 'Markdown'),
  ]
}
