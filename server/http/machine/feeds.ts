import type { Feed } from '../../views/feed.ts'
import { xmlText } from '../../xml-text.ts'

/** An Atom feed (RFC 4287). */
export function atomFeed(feed: Feed, origin: string, self: string): string {
  const updated = new Date(feed.items[0]?.at ?? 0).toISOString()
  const entries = feed.items.map(
    ({ path, title, text, authors, at }) => `  <entry>
    <id>${xmlText(origin + path)}</id>
    <title>${xmlText(title)}</title>
    <link href="${xmlText(origin + path)}"/>
    <updated>${new Date(at).toISOString()}</updated>
${authors.map((name) => `    <author><name>${xmlText(name)}</name></author>\n`).join('')}    <content type="text">${xmlText(text)}</content>
  </entry>
`,
  )
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
  <id>${xmlText(origin + self)}</id>
  <title>${xmlText(feed.title)}</title>
  <link rel="self" href="${xmlText(origin + self)}"/>
  <link href="${xmlText(origin + feed.page)}"/>
  <updated>${updated}</updated>
  <author><name>Folkmoot</name></author>
  <rights>CC BY 4.0</rights>
${entries.join('')}</feed>
`
}

/** A JSON feed (jsonfeed.org, version 1.1). */
export function jsonFeed(feed: Feed, origin: string, self: string) {
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: origin + feed.page,
    feed_url: origin + self,
    language: 'en',
    items: feed.items.map(({ path, title, text, authors, at }) => ({
      id: origin + path,
      url: origin + path,
      title,
      content_text: text,
      date_published: new Date(at).toISOString(),
      authors: authors.map((name) => ({ name })),
    })),
  }
}
