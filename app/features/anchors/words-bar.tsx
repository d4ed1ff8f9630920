import { useEffect, useRef } from 'react'
import { longestQuote } from '#domain/anchors/rules.ts'
import { excerpt } from '#domain/text/excerpt.ts'
import type { Passage } from '#server/views/passages.ts'
import type { Chosen } from './chosen-now.ts'

interface WordsBarProps {
  chosen: Chosen | null
  /** What the selection or the caret touches. */
  touched: readonly Passage[]
  /** The form for a thread on what is chosen; null for who may not open one. */
  href: string | null
  /** Has `chosen` follow the selection at once. */
  followAtOnce: () => void
}

/** Beside the selected words: the way to a thread on them. On a phone it lies at the bottom of the screen. */
export function WordsBar({ chosen, touched, href, followAtOnce }: WordsBarProps) {
  const bar = useRef<HTMLDivElement>(null)
  const link = useRef<HTMLAnchorElement>(null)
  useEffect(() => {
    bar.current?.style.setProperty('--words-left', `${chosen?.at.left ?? 0}px`)
    bar.current?.style.setProperty('--words-top', `${chosen?.at.top ?? 0}px`)
  }, [chosen])
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || !event.altKey || event.code !== 'KeyM') return
      // Pressed right after the last words were selected, it means those, too.
      followAtOnce()
      if (!link.current) return
      event.preventDefault()
      link.current.click()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [followAtOnce])
  const offers = chosen && chosen.words.quote !== '' && href !== null
  const isShown = chosen !== null && (offers || touched.length > 0)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pressing what is in it must not take the selection away
    <div
      ref={bar}
      onMouseDown={(event) => event.preventDefault()}
      className="words-bar no-print"
      aria-live="polite"
      hidden={!isShown}
    >
      {isShown ? (
        <>
          {offers && chosen.tooLong ? <p>Select at most {longestQuote} characters to discuss them.</p> : null}
          {offers && !chosen.tooLong ? (
            <a ref={link} className="button" href={href} aria-keyshortcuts="Control+Alt+M">
              Discuss these words <kbd>Ctrl Alt M</kbd>
            </a>
          ) : null}
          {touched.map(({ threadId, title }) => (
            <a key={threadId} className="words-bar-thread" href={`/threads/${threadId}`}>
              Argued here: {excerpt(title, 60)}
            </a>
          ))}
        </>
      ) : null}
    </div>
  )
}
