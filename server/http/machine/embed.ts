import type { Cited } from '../../../domain/citing/cite.ts'
import type { EntryKind } from '../../../domain/entries/kinds.ts'
import { entryKinds, kindPath, kinds } from '../../../domain/entries/kinds.ts'
import { dayInWords } from '../../../domain/text/day.ts'
import { escapeHtml } from '../escape-html.ts'

/** Size of a card in the pages of others, in CSS pixels. */
const size = { width: 480, height: 260 }

/** A page of its own for frames elsewhere: what an entry is called, how it begins, where it stands. No script. */
export function embedCard(
  { cited, kind, id, text }: { cited: Cited; kind: EntryKind; id: string; text: string },
  origin: string,
) {
  const page = `${origin}/${kindPath[kind]}/${id}`
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(cited.title)}</title>
<link rel="canonical" href="${escapeHtml(page)}">
<link rel="stylesheet" href="/embed.css">
</head>
<body>
<p class="kind">${escapeHtml(kinds[kind].label)} · ${escapeHtml(cited.atlas)}</p>
<h1><a href="${escapeHtml(page)}" target="_top">${escapeHtml(cited.title)}</a></h1>
<p>${escapeHtml(text)}</p>
<p class="kind">Version ${cited.version}, ${dayInWords(cited.date)} · CC BY 4.0</p>
</body>
</html>
`
}

/** The entry that an address of this site is about, or null. */
export function entryOfUrl(url: string, origin: string): { kind: EntryKind; id: string } | null {
  if (!url.startsWith(`${origin}/`)) return null
  const [, folder, id] = /^\/([a-z]+)\/([a-z0-9-]+)(?:\/v\/\d+)?(?:[?#].*)?$/.exec(url.slice(origin.length)) ?? []
  const kind = entryKinds.find((one) => kindPath[one] === folder)
  return kind && id ? { kind, id } : null
}

/** An oEmbed answer of type `rich` (oembed.com). */
export function oembed(cited: Cited, { kind, id }: { kind: EntryKind; id: string }, origin: string) {
  const src = escapeHtml(`${origin}/embed/${kindPath[kind]}/${id}`)
  return {
    version: '1.0',
    type: 'rich',
    title: cited.title,
    provider_name: cited.atlas,
    provider_url: origin,
    ...size,
    html: `<iframe src="${src}" width="${size.width}" height="${size.height}" title="${escapeHtml(cited.title)}"></iframe>`,
  }
}
