import type { ReactNode } from 'react'
import type { SectionDef } from '#domain/entries/kinds.ts'

interface SectionFrameProps {
  section: SectionDef
  /** Who else is writing in it. */
  presence: ReactNode
  /** Where its arguments are, and how to begin one; null where the viewer can do neither. */
  discuss: { href: string; words: string } | null
  /** Where other words for it are suggested; null where the viewer can do neither. */
  suggest: { href: string; words: string } | null
  /** Where it stands who wrote which of its words. */
  authors: { href: string; words: string }
  /** What is said below it. */
  foot: ReactNode
  children: ReactNode
}

/** Heading, purpose and argument of one section; the text inside is an editor or plain prose. */
export function SectionFrame({ section, presence, discuss, suggest, authors, foot, children }: SectionFrameProps) {
  return (
    <section
      className="draft-section"
      data-part="text"
      id={`section-${section.id}`}
      aria-labelledby={`label-${section.id}`}
    >
      <div className="draft-section-head">
        <h3 id={`label-${section.id}`}>{section.label}</h3>
        {presence}
        {[authors, discuss, suggest].map((link) =>
          link ? (
            <a key={link.href} className="draft-discuss" href={link.href}>
              {link.words}
              <span className="visually-hidden">: {section.label}</span>
            </a>
          ) : null,
        )}
      </div>
      <p className="draft-prompt">{section.prompt}</p>
      {children}
      {foot}
    </section>
  )
}
