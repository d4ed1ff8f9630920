import type { ThreadAnchor } from '#server/views/anchor-of.ts'

/** The words that a thread is about, on top of its page, and where they stand now. */
export function AnchorView({ anchor }: { anchor: ThreadAnchor }) {
  return (
    <figure className="anchor">
      <blockquote>{anchor.quote}</blockquote>
      <figcaption>
        {anchor.texts.map(({ name, placed, href }) => (
          <p key={href}>
            {placed ? (
              <a href={href}>Show these words in {name}</a>
            ) : (
              <>
                These words are not in the text any more: <a href={href}>look at {name}</a>
              </>
            )}
          </p>
        ))}
      </figcaption>
    </figure>
  )
}
