// What can be wrong with a page, in words. All but the last run inside the page and use nothing from outside.

/** The page is wider than the screen of 320 px. */
export function faultsOfWidth(): string[] {
  const { scrollWidth } = document.documentElement
  if (scrollWidth <= 320) return []
  const wide = [...document.querySelectorAll('main *, header *, footer *')].find(
    (one) => one.getBoundingClientRect().right > 321 && !one.closest('[tabindex="0"]'),
  )
  return [`${scrollWidth} px, from ${wide?.tagName.toLowerCase()}.${wide?.className}`]
}

/** Something moves, or would at a touch, for longer than can be seen. */
export function faultsOfMotion(): string[] {
  const longest = (list: string) =>
    Math.max(...list.split(',').map((one) => Number.parseFloat(one) * (one.trim().endsWith('ms') ? 0.001 : 1)))
  const moving = [...document.querySelectorAll('*')].filter((one) => {
    const { transitionDuration, animationDuration, animationName, scrollBehavior } = getComputedStyle(one)
    const animated = animationName !== 'none' && longest(animationDuration) > 0.01
    return animated || longest(transitionDuration) > 0.01 || scrollBehavior === 'smooth'
  })
  const running = document.getAnimations().filter(({ playState }) => playState === 'running').length
  return [
    ...moving.slice(0, 3).map((one) => `${one.tagName.toLowerCase()}.${one.className} moves`),
    ...(running > 0 ? [`${running} animations run`] : []),
  ]
}

/** What was there moved while the page came. */
export async function faultsOfShift(): Promise<string[]> {
  await document.fonts.ready
  await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)))
  const shift = await new Promise<number>((found) => {
    let sum = 0
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value
    })
    observer.observe({ type: 'layout-shift', buffered: true })
    setTimeout(() => found(sum), 20)
  })
  return shift > 0 ? [`a layout shift of ${shift.toFixed(4)}`] : []
}

/** A box without words that is told from its ground by its background only: forced colours take that away. */
export function faultsOfColour(): string[] {
  const boxes = [...document.querySelectorAll<HTMLElement>('main *, header *, footer *')].filter((one) => {
    if (one.closest('svg') || one.children.length > 0 || (one.textContent ?? '').trim() !== '') return false
    if (['INPUT', 'SELECT', 'TEXTAREA', 'IMG', 'OPTION', 'HR', 'CANVAS'].includes(one.tagName)) return false
    const { width, height } = one.getBoundingClientRect()
    if (width < 4 || height < 4) return false
    const { backgroundColor, borderTopWidth, forcedColorAdjust, backgroundImage, position } = getComputedStyle(one)
    // It only covers what scrolls below it.
    if (position === 'sticky') return false
    const painted = !/^(?:transparent|rgba\(.*, 0\))$/.test(backgroundColor) || backgroundImage !== 'none'
    return painted && Number.parseFloat(borderTopWidth) === 0 && forcedColorAdjust !== 'none'
  })
  return boxes.slice(0, 3).map((one) => `${one.tagName.toLowerCase()}.${one.className} is a background alone`)
}

/** What somebody without scripts would miss. */
export function faultsOfHtml(html: string): string[] {
  const main = /<main\b[^>]*>([\s\S]*)<\/main>/.exec(html)?.[1] ?? ''
  const faults: string[] = []
  const headings = main.match(/<h1\b/g)?.length ?? 0
  if (headings !== 1) faults.push(`${headings} headings of the first level`)
  if (main.replace(/<[^>]*>/g, '').trim().length < 30) faults.push('hardly any text')
  for (const [link] of main.matchAll(/<a\b[^>]*>/g)) {
    if (!/\shref="(?!javascript:)(?!#")[^"]+"/.test(link)) faults.push(`a link that leads nowhere: ${link}`)
  }
  for (const [form] of main.matchAll(/<form\b[\s\S]*?<\/form>/g)) {
    if (!/<button\b(?![^>]*type="button")|<input\b[^>]*type="submit"/.test(form)) faults.push('a form without a button')
  }
  const idle = main.match(/<button\b[^>]*type="button"[^>]*>/g)?.filter((one) => !/\shidden/.test(one)) ?? []
  return [...faults, ...idle.map((one) => `a button that does nothing: ${one}`)]
}
