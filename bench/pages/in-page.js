// Runs inside the page that is measured, as it stands: what the browser itself has counted since the page was asked for.
;(async () => {
  const seen = (type) =>
    new Promise((resolve) => {
      new PerformanceObserver((list) => resolve(list.getEntries())).observe({ type, buffered: true })
      setTimeout(() => resolve([]), 300)
    })
  const [page] = performance.getEntriesByType('navigation')
  const files = performance.getEntriesByType('resource')
  const bytes = (list) => list.reduce((sum, file) => sum + file.transferSize, 0)
  const [paints, shifts, tasks] = await Promise.all([
    seen('largest-contentful-paint'),
    seen('layout-shift'),
    seen('longtask'),
  ])
  return {
    lcp: paints.at(-1)?.startTime ?? 0,
    tbt: tasks.reduce((sum, task) => sum + Math.max(0, task.duration - 50), 0),
    cls: shifts.reduce((sum, shift) => sum + shift.value, 0),
    transferred: page.transferSize + bytes(files),
    script: bytes(files.filter(({ name }) => /\.js(?:\?|$)/.test(name))),
    html: page.decodedBodySize,
  }
})()
