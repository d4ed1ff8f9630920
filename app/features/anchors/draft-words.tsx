import { useEffect, useRef } from 'react'
import type { EditorSession } from '#app/editor/session-types.ts'
import { standingWords } from '#collab/anchors.ts'
import type { DraftPage } from '#server/views/draft-page.ts'
import type { Passage } from '#server/views/passages.ts'
import { useChosen } from './chosen-now.ts'
import { DomText, sectionElement } from './dom-text.ts'
import type { Drawn } from './highlights.ts'
import { draw, isNamed, passagesAt, scrollToWords, undraw } from './highlights.ts'
import { useWordsOpenThreads } from './use-words-open-threads.ts'
import { WordsBar } from './words-bar.tsx'
import { wordsHref } from './words-href.ts'

/** How long after a change the marks follow; an editor needs a moment to show what the document says. */
const pause = 300

interface DraftWordsProps {
  page: DraftPage
  /** Null until the document is complete, and for a signed-out reader. */
  session: EditorSession | null
}

/** Marks the argued passages of a draft, which follow their words as people write, and offers a thread on what is selected. */
export function DraftWords({ page, session }: DraftWordsProps) {
  const { draft, passages, rights } = page
  const [chosen, followAtOnce] = useChosen(rights.comment || passages.length > 0)
  const drawn = useFollowed(passages, session)
  useWordsOpenThreads(drawn)
  const inEditor = chosen?.range.startContainer.parentElement?.closest('[contenteditable="true"]')
  const touched = chosen ? passagesAt(drawn.current, chosen.range.startContainer, chosen.range.startOffset) : []
  return (
    <WordsBar
      chosen={chosen}
      followAtOnce={followAtOnce}
      touched={inEditor || chosen?.words.quote ? touched : []}
      href={chosen && rights.comment ? wordsHref({ draft: draft.id }, chosen) : null}
    />
  )
}

function useFollowed(passages: readonly Passage[], session: EditorSession | null) {
  const drawn = useRef<Drawn[]>([])
  const shown = useRef('')
  useEffect(() => {
    if (!session) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const mark = () => {
      timer = undefined
      drawn.current = located(passages, session)
      draw(drawn.current)
      const named = drawn.current.find(({ passage }) => isNamed(passage))
      if (!named || shown.current === window.location.hash) return
      shown.current = window.location.hash
      scrollToWords(named)
    }
    const soon = () => {
      timer ??= setTimeout(mark, pause)
    }
    soon()
    const stop = session.subscribe('content', soon)
    // Editors and reading text are drawn anew for their own reasons, too.
    const observer = new MutationObserver(soon)
    const text = document.querySelector('.draft-document')
    if (text && passages.length > 0) observer.observe(text, { childList: true, subtree: true })
    window.addEventListener('hashchange', soon)
    return () => {
      clearTimeout(timer)
      stop()
      observer.disconnect()
      window.removeEventListener('hashchange', soon)
      undraw()
    }
  }, [passages, session])
  return drawn
}

/** Where the passages stand on the page; one whose words do not stand in the document has no place. */
function located(passages: readonly Passage[], session: EditorSession): Drawn[] {
  const sections = new Map<string, { words: ReturnType<EditorSession['words']>; dom: DomText } | null>()
  const read = (section: string) => {
    const element = sectionElement(section)
    return element && { words: session.words(section), dom: new DomText(element) }
  }
  return passages.flatMap((passage) => {
    const { ends, quote, section } = passage
    if (!ends) return []
    const found = sections.has(section) ? sections.get(section) : read(section)
    sections.set(section, found ?? null)
    const place = found && standingWords(found.words, { ...ends, quote })
    // An editor that lags behind the document by a moment is looked at again.
    if (!found || !place || found.dom.text.slice(place.start, place.end) !== quote) return []
    const range = found.dom.range(place.start, place.end)
    return range ? [{ passage, range }] : []
  })
}
