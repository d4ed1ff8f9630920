import { useCallback, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Words } from '#domain/anchors/rules.ts'
import { longestQuote, wordsAt } from '#domain/anchors/rules.ts'
import { DomText } from './dom-text.ts'

/** What is selected on the page at this moment, if it is in a section that can be discussed. */
export interface Chosen {
  section: string
  words: Words
  /** `<start>/<length>` of the running text. */
  seen: string
  tooLong: boolean
  /** Below the selection, from the left and the top of the page. */
  at: { left: number; top: number }
  /** The selected characters, or where the caret stands. */
  range: Range
}

function chosenNow(): Chosen | null {
  const selection = document.getSelection()
  if (!selection || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const holder = range.startContainer instanceof Element ? range.startContainer : range.startContainer.parentElement
  const root = holder?.closest<HTMLElement>('[data-words]')
  if (!root) return null
  const { left, bottom } = range.getBoundingClientRect()
  const place = {
    section: root.dataset.words ?? '',
    at: { left: left + window.scrollX, top: bottom + window.scrollY },
    range,
  }
  if (range.collapsed) return { ...place, words: { quote: '', before: '', after: '' }, seen: '', tooLong: false }
  const dom = new DomText(root)
  const chosen = dom.chosen(range)
  if (!chosen) return null
  const { start, end } = chosen
  const tooLong = end - start > longestQuote
  return { ...place, words: wordsAt(dom.text, start, end), seen: `${start}/${dom.text.length}`, tooLong }
}

/**
 * Follows the selection; a while after it came to rest, so that dragging and typing stay light.
 *
 * @returns what is chosen, and a way to have it follow at once, for who cannot wait until it rests.
 */
export function useChosen(active: boolean): [Chosen | null, () => void] {
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>()
  const look = useCallback(() => {
    clearTimeout(timer.current)
    // The bar itself may hold the focus: what was selected stays chosen.
    if (!document.activeElement?.closest('.words-bar')) setChosen(chosenNow())
  }, [])
  useEffect(() => {
    if (!active) return
    const follow = () => {
      clearTimeout(timer.current)
      timer.current = setTimeout(look, 150)
    }
    document.addEventListener('selectionchange', follow)
    return () => {
      clearTimeout(timer.current)
      document.removeEventListener('selectionchange', follow)
    }
  }, [active, look])
  const followAtOnce = useCallback(() => flushSync(look), [look])
  return [chosen, followAtOnce]
}
