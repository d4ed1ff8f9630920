import { useEffect } from 'react'
import { singleKeysAreOff } from '#app/components/single-keys.ts'

const rowSelector = '[data-case-row]'

/** Going through cases without a mouse: `j` on, `k` back, Enter opens the one in focus. */
export function useCaseKeys(): void {
  useEffect(() => {
    function steer(event: KeyboardEvent) {
      const { target, key, ctrlKey, metaKey, altKey, shiftKey } = event
      if (event.defaultPrevented || ctrlKey || metaKey || altKey || shiftKey || !(target instanceof HTMLElement)) return
      const row = target.matches(rowSelector) ? target : null
      if (!row && (target !== document.body || singleKeysAreOff())) return
      const rows = [...document.querySelectorAll<HTMLElement>(rowSelector)]
      const at = row ? rows.indexOf(row) : -1
      if (key === 'j') rows[at + 1]?.focus()
      else if (key === 'k') rows[at < 0 ? rows.length - 1 : at - 1]?.focus()
      else if (key === 'Enter') row?.querySelector<HTMLElement>('[data-case-open]')?.click()
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', steer)
    return () => document.removeEventListener('keydown', steer)
  }, [])
}
