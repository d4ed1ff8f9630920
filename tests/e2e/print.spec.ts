import { expect, test } from './fixtures.ts'

/** Width and height of the sheets in points, and how many there are. */
function sheets(pdf: Buffer) {
  const text = pdf.toString('latin1')
  const sizes = [...text.matchAll(/\/MediaBox\s*\[([\d. ]+)\]/g)].map(([, box = '']) =>
    box.split(' ').slice(2).map(Number).map(Math.round),
  )
  return { count: text.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0, sizes }
}

test('pages print whole: texts and lists on A4, the matrix on sheets that it fits', async ({
  readOnlySite,
  browser,
}) => {
  test.slow()
  const context = await browser.newContext({ baseURL: readOnlySite.url })
  const page = await context.newPage()
  await page.emulateMedia({ media: 'print' })
  const reading = {
    '/strategies/open-source-maximalism': 9,
    '/strategies': 14,
    '/compare?s=pause,race-to-aligned-superintelligence,alignment-first': 5,
    '/portfolio?s=pause,acceleration,compute-governance,alignment-first': 8,
    '/matrix?view=list': 22,
  }
  await page.setViewportSize({ width: 718, height: 1047 })
  for (const [path, most] of Object.entries(reading)) {
    await page.goto(path)
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    expect([path, wide <= 720]).toEqual([path, true])
    const { count, sizes } = sheets(await page.pdf({ format: 'A4', preferCSSPageSize: true }))
    expect([path, sizes[0]]).toEqual([path, [596, 843]])
    expect([path, count > 0 && count <= most]).toEqual([path, true])
  }
  // A2 across, less 10 mm on each side.
  await page.setViewportSize({ width: Math.floor(((594 - 20) / 25.4) * 96), height: 1500 })
  await page.goto('/matrix')
  const { table, room } = await page.evaluate(() => ({
    table: document.getElementById('matrix')?.scrollWidth ?? 0,
    room: document.documentElement.clientWidth,
  }))
  expect(table).toBeGreaterThan(1800)
  expect(table).toBeLessThanOrEqual(room)
  const matrix = sheets(await page.pdf({ preferCSSPageSize: true }))
  expect(matrix.sizes).toEqual(matrix.sizes.map(() => [1684, 1191]))
  expect(matrix.count).toBeLessThanOrEqual(3)
  await page.screenshot({ path: process.env.PRINT_PICTURE ?? 'test-results/matrix-print.png' })
  await context.close()
})
