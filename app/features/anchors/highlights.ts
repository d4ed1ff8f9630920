import { wordsAnchor } from '#domain/anchors/address.ts'
import type { Passage } from '#server/views/passages.ts'

/** A passage where it stands on the page. */
export interface Drawn {
  passage: Passage
  range: Range
}

/** Marks the passages without touching the text; a browser that cannot do it shows their list alone. */
export function draw(drawn: readonly Drawn[]): void {
  if (typeof Highlight === 'undefined' || !CSS.highlights) return
  const here = drawn.filter(({ passage }) => isNamed(passage))
  CSS.highlights.set('argued', new Highlight(...drawn.map(({ range }) => range)))
  CSS.highlights.set('argued-here', new Highlight(...here.map(({ range }) => range)))
}

export function undraw(): void {
  if (typeof Highlight === 'undefined' || !CSS.highlights) return
  CSS.highlights.delete('argued')
  CSS.highlights.delete('argued-here')
}

/** Does the page's address name this passage? */
export function isNamed({ threadId }: Passage): boolean {
  return window.location.hash === `#${wordsAnchor(threadId)}`
}

/** Brings the words that the address names into sight. */
export function scrollToWords({ range }: Drawn): void {
  const show = () => range.startContainer.parentElement?.scrollIntoView({ block: 'center' })
  show()
  // Once everything is loaded the browser goes to the place that the address names, which is the list.
  if (document.readyState !== 'complete') window.addEventListener('load', () => setTimeout(show), { once: true })
}

/** The passages in which a point of the page lies. */
export function passagesAt(drawn: readonly Drawn[], node: Node, offset: number): Passage[] {
  return drawn
    .filter(({ range }) => node.isConnected && range.isPointInRange(node, offset))
    .map(({ passage }) => passage)
}
