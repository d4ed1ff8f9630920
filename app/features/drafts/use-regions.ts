import { useEffect } from 'react'

/**
 * F6 and Shift F6 move between the regions of a page, marked by `data-region`; in each the focus returns to where it
 * was last. Regions that are not shown are passed over.
 */
export function useRegions(): void {
  useEffect(() => {
    const last = new WeakMap<Element, HTMLElement>()
    const regionOf = (node: EventTarget | null) => (node instanceof Element ? node.closest('[data-region]') : null)
    const remember = ({ target }: FocusEvent) => {
      const region = regionOf(target)
      if (region && target instanceof HTMLElement) last.set(region, target)
    }
    const move = (event: KeyboardEvent) => {
      if (event.key !== 'F6' || event.ctrlKey || event.altKey || event.metaKey) return
      const shown = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter((one) => one.offsetParent)
      if (shown.length === 0) return
      event.preventDefault()
      const here = shown.indexOf(regionOf(document.activeElement) as HTMLElement)
      const step = event.shiftKey ? -1 : 1
      const start = here === -1 && event.shiftKey ? 0 : here
      const next = shown[(start + step + shown.length) % shown.length]
      const known = next && last.get(next)
      const target = known?.isConnected && known.offsetParent ? known : next
      target?.focus()
    }
    document.addEventListener('focusin', remember)
    document.addEventListener('keydown', move)
    return () => {
      document.removeEventListener('focusin', remember)
      document.removeEventListener('keydown', move)
    }
  }, [])
}
