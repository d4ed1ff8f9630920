import type { Awareness } from 'y-protocols/awareness'
import { userOf } from './presence-state.ts'

/**
 * The name at a caret shows when its person moved it, and fades; it comes back with their next move, not with what
 * others type. @returns a function that stops it.
 */
export function showMovedCarets(carets: HTMLElement, awareness: Awareness, section: string): () => void {
  const moved = ({ added, updated }: { added: number[]; updated: number[] }) => {
    const names = [...added, ...updated].flatMap((client) => {
      const state = awareness.getStates().get(client)
      return state?.section === section ? (userOf(state)?.name ?? []) : []
    })
    // The editor draws carets on the same event, after us.
    if (names.length > 0) requestAnimationFrame(() => showAgain(carets, names))
  }
  awareness.on('change', moved)
  return () => awareness.off('change', moved)
}

function showAgain(carets: HTMLElement, names: readonly string[]): void {
  for (const label of carets.querySelectorAll<HTMLElement>('.caret-name')) {
    if (!names.includes(label.textContent ?? '')) continue
    // An animation that has ended begins again only where it was gone in between.
    label.style.animation = 'none'
    label.getBoundingClientRect()
    label.style.animation = ''
  }
}
