import type { BrowserContext } from '@playwright/test'

/**
 * Has pages of a context wait for their faces, which a reader's page does not: a picture must not depend on whether a
 * face came in time.
 */
export async function withFaces(context: BrowserContext): Promise<void> {
  const known = new Map<string, string>()
  await context.route(/\/assets\/[^/]+\.css$/, async (route) => {
    const url = route.request().url()
    const css = known.get(url) ?? (await (await route.fetch({ maxRetries: 2 })).text())
    known.set(url, css)
    const body = css.replaceAll(/font-display:\s*optional/g, 'font-display:block')
    await route.fulfill({ contentType: 'text/css', body })
  })
}
