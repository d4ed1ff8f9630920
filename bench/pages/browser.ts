import { readFileSync } from 'node:fs'
import type { Browser, BrowserContext } from 'playwright'
import { chromium } from 'playwright'

export interface Timings {
  /** Milliseconds. */
  lcp: number
  tbt: number
  /** Score without a unit; 0 is still. */
  cls: number
  /** Bytes on the way, heads included. */
  transferred: number
  script: number
  html: number
}

const slowDown = 4

/** What a browser on a slow machine measures of each page, each with an empty cache; the middle of several visits. */
export async function browserTimings(
  origin: string,
  paths: readonly string[],
  visits = 5,
): Promise<Map<string, Timings>> {
  const executablePath = process.env.CHROMIUM_PATH
  const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: ['--no-sandbox'] })
  try {
    const found = new Map<string, Timings>()
    for (const path of paths) {
      const all: Timings[] = []
      // The first visit warms the browser and the server's own memory.
      for (let i = 0; i <= visits; i++) {
        const one = await visit(browser, origin + path)
        if (i > 0) all.push(one)
      }
      const middle = (of: keyof Timings) =>
        all.map((one) => one[of]).sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0
      found.set(path, {
        lcp: middle('lcp'),
        tbt: middle('tbt'),
        cls: Math.max(...all.map(({ cls }) => cls)),
        transferred: middle('transferred'),
        script: middle('script'),
        html: middle('html'),
      })
    }
    return found
  } finally {
    await browser.close()
  }
}

async function visit(browser: Browser, url: string): Promise<Timings> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  try {
    return await measured(context, url)
  } finally {
    await context.close()
  }
}

async function measured(context: BrowserContext, url: string): Promise<Timings> {
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowDown })
  await page.goto(url, { waitUntil: 'load' })
  // Fonts that come late move text late.
  await page.evaluate(() => document.fonts.ready)
  await page.waitForTimeout(500)
  return page.evaluate<Timings>(readFileSync('bench/pages/in-page.js', 'utf8'))
}
