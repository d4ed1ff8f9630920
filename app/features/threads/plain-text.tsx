import { safeUrl } from '#domain/prose/safe-url.ts'

/** Text as it was typed: paragraphs, line breaks, and addresses as links. */
export function PlainText({ text }: { text: string }) {
  const paragraphs = text.split(/\n{2,}/).filter((paragraph) => paragraph.trim() !== '')
  return (
    <>
      {paragraphs.map((paragraph, i) => (
        // Paragraphs have no identity but their place.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <p key={i}>{withLinks(paragraph)}</p>
      ))}
    </>
  )
}

function withLinks(text: string) {
  return text.split(/(https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)\]])/).map((part, i) => {
    const url = i % 2 === 1 ? safeUrl(part) : null
    return url ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a text have no identity but their place
      <a key={i} href={url} rel="noopener noreferrer nofollow ugc">
        {part}
      </a>
    ) : (
      part
    )
  })
}
