import type { KeyboardEvent } from 'react'
import { singleKeysAreOff } from '#app/components/single-keys.ts'

/**
 * Deciding one after another: on a focused suggestion `n` goes to the next, `p` to the one before, `a` to its Accept
 * button and `d` opens Decline. The letters count only while the suggestion itself has the focus, so that typing and
 * assistive technology are not disturbed; nothing is decided by a single key.
 */
export function suggestionKeys(event: KeyboardEvent<HTMLElement>): void {
  const card = event.currentTarget
  if (event.target !== card || event.ctrlKey || event.metaKey || event.altKey || singleKeysAreOff()) return
  const act = moves[event.key]
  if (!act) return
  event.preventDefault()
  act(card)
}

const moves: Record<string, (card: HTMLElement) => void> = {
  n: (card) => neighbour(card, 1)?.focus(),
  p: (card) => neighbour(card, -1)?.focus(),
  a: (card) => card.querySelector<HTMLElement>('[data-act="accept"]')?.focus(),
  d: (card) => {
    const decline = card.querySelector<HTMLDetailsElement>('[data-act="decline"]')
    if (!decline) return
    decline.open = true
    decline.querySelector('textarea')?.focus()
  },
}

function neighbour(card: HTMLElement, by: 1 | -1): HTMLElement | undefined {
  const all = [...document.querySelectorAll<HTMLElement>('[data-suggestion]')]
  return all[all.indexOf(card) + by]
}
