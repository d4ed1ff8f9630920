import type { RefObject } from 'react'
import { useEffect, useRef } from 'react'
import { singleKeysAreOff } from '#app/components/single-keys.ts'

const rowSelector = '[data-inbox-row]'

/**
 * Going through the inbox without a mouse: on a row in focus `j` and `k` go on and back, Enter opens it, `x` chooses it,
 * `e` puts it away, `s` snoozes it until tomorrow, `m` mutes it; where some are chosen, these act on the chosen. `u` takes
 * back the last. The letters count only while a row has the focus; `j` and `k` also where nothing has, to come to a row.
 * After an act the focus goes to the row that stands there then.
 *
 * @param groups what the list shows; another list after each act.
 */
export function useInboxKeys(groups: readonly unknown[]): RefObject<HTMLFormElement> {
  const list = useRef<HTMLFormElement>(null)
  /** The place in the list of the row that was acted on. */
  const acted = useRef<number | null>(null)

  useEffect(() => {
    const rows = () => [...document.querySelectorAll<HTMLElement>(rowSelector)]

    function steer(event: KeyboardEvent) {
      const { target, key, ctrlKey, metaKey, altKey, shiftKey } = event
      if (event.defaultPrevented || ctrlKey || metaKey || altKey || shiftKey || !(target instanceof HTMLElement)) return
      if (singleKeysAreOff() && key !== 'Enter') return
      const row = target.matches(rowSelector) ? target : null
      const nowhere = target === document.body || target.matches('.inbox h1')
      if (!row && !(nowhere && ['j', 'k', 'u'].includes(key) && !wholePageKeysAreOff())) return
      const act = keys[key]
      if (!act) return
      event.preventDefault()
      act(row, rows())
    }

    function remember(event: SubmitEvent) {
      const row = event.submitter?.closest<HTMLElement>(rowSelector) ?? null
      acted.current = row ? rows().indexOf(row) : 0
    }

    const form = list.current
    document.addEventListener('keydown', steer)
    form?.addEventListener('submit', remember)
    return () => {
      document.removeEventListener('keydown', steer)
      form?.removeEventListener('submit', remember)
    }
  })

  // biome-ignore lint/correctness/useExhaustiveDependencies: another list is what it waits for
  useEffect(() => {
    if (acted.current === null) return
    const rows = document.querySelectorAll<HTMLElement>(rowSelector)
    const next = rows[Math.min(acted.current, rows.length - 1)] ?? document.querySelector<HTMLElement>('.inbox h1')
    acted.current = null
    next?.focus()
  }, [groups])

  return list
}

/** The palette switches off what single keys do on a whole page; one switch for all of them. */
function wholePageKeysAreOff(): boolean {
  return localStorage.getItem('folkmoot-slash-off') !== null
}

type Act = (row: HTMLElement | null, rows: HTMLElement[]) => void

const keys: Record<string, Act> = {
  j: (row, rows) => rows[row ? rows.indexOf(row) + 1 : 0]?.focus(),
  k: (row, rows) => (row ? rows[rows.indexOf(row) - 1] : rows.at(-1))?.focus(),
  Enter: (row) => row?.querySelector<HTMLElement>('[data-inbox-open]')?.click(),
  x: (row) => row?.querySelector<HTMLInputElement>('input[name="thing"]')?.click(),
  e: (row) => act(row, 'done'),
  s: (row) => act(row, 'tomorrow'),
  m: (row) => act(row, 'mute'),
  u: () => document.querySelector<HTMLElement>('[data-inbox-undo]')?.click(),
}

function act(row: HTMLElement | null, name: string): void {
  const chosen = document.querySelector('.inbox input[name="thing"]:checked')
  const button = chosen ? document.querySelector<HTMLElement>(`[data-bulk="${name}"]`) : null
  const own = row?.querySelector<HTMLElement>(`[data-act="${name}"]`)
  ;(button ?? own)?.click()
}
