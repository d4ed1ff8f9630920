import { useRouteLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { createContext, useContext, useEffect, useRef, useState } from 'react'
import type { Links } from '#app/components/prose.tsx'
import { Prose } from '#app/components/prose.tsx'
import type { loader as rootLoader } from '#app/root.tsx'
import type { Block } from '#domain/prose/tree.ts'
import type { Passage } from '#server/views/passages.ts'
import { useChosen } from './chosen-now.ts'
import { DomText, sectionElement } from './dom-text.ts'
import type { Drawn } from './highlights.ts'
import { draw, isNamed, passagesAt, scrollToWords, undraw } from './highlights.ts'
import { PassageList } from './passage-list.tsx'
import { useWordsOpenThreads } from './use-words-open-threads.ts'
import { WordsBar } from './words-bar.tsx'
import { wordsHref } from './words-href.ts'

const Passages = createContext<readonly Passage[]>([])

interface PageWordsProps {
  /** `strategies/<slug>` */
  entry: string
  version: number
  passages: readonly Passage[]
  children: ReactNode
}

/**
 * The text of a published version in which words can be chosen and argued passages are marked. Without scripts the
 * passages are listed below their sections.
 */
export function PageWords({ entry, version, passages, children }: PageWordsProps) {
  const root = useRouteLoaderData<typeof rootLoader>('root')
  const role = root?.viewer?.role
  const mayOpen = role !== undefined && role !== 'reader' && role !== 'guest'
  const [chosen, followAtOnce] = useChosen(mayOpen)
  const drawn = useMarked(passages)
  useWordsOpenThreads(drawn)
  const touched = chosen ? passagesAt(drawn.current, chosen.range.startContainer, chosen.range.startOffset) : []
  return (
    <Passages.Provider value={passages}>
      {children}
      <WordsBar
        chosen={chosen}
        followAtOnce={followAtOnce}
        touched={chosen?.words.quote ? touched : []}
        href={chosen && mayOpen ? wordsHref({ entry, version: String(version) }, chosen) : null}
      />
    </Passages.Provider>
  )
}

interface SectionWordsProps {
  section: string
  /** What people call the section. */
  label: string
  blocks: readonly Block[]
  links?: Links
  /** Headings one level lower. */
  lower?: boolean
}

/** The prose of one section, with the passages that are argued about. */
export function SectionWords({ section, label, blocks, links = {}, lower = false }: SectionWordsProps) {
  const passages = useContext(Passages).filter((one) => one.section === section)
  return (
    <>
      <div data-words={section}>
        <Prose blocks={blocks} links={links} lower={lower} />
      </div>
      <PassageList passages={passages} label={label} />
    </>
  )
}

/** Marks the passages once the page is alive; a published text does not change under them. */
function useMarked(passages: readonly Passage[]) {
  const drawn = useRef<Drawn[]>([])
  const [, setHash] = useState('')
  useEffect(() => {
    const mark = () => {
      drawn.current = located(passages)
      draw(drawn.current)
      const named = drawn.current.find(({ passage }) => isNamed(passage))
      if (named) requestAnimationFrame(() => scrollToWords(named))
      setHash(window.location.hash)
    }
    mark()
    window.addEventListener('hashchange', mark)
    return () => {
      window.removeEventListener('hashchange', mark)
      undraw()
    }
  }, [passages])
  return drawn
}

function located(passages: readonly Passage[]): Drawn[] {
  const texts = new Map<string, DomText>()
  return passages.flatMap((passage) => {
    const { section, quote, offset } = passage
    const element = offset === null ? null : sectionElement(section)
    if (!element || offset === null) return []
    const text = texts.get(section) ?? new DomText(element)
    texts.set(section, text)
    const end = offset + quote.length
    const range = text.text.slice(offset, end) === quote ? text.range(offset, end) : null
    return range ? [{ passage, range }] : []
  })
}
