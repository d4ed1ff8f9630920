import type { BrowserContext } from '@playwright/test'

/**
 * Has pages of a context wait for their faces, which a reader's page does not: a picture must not depend on whether a
 * face came in time.
 */
export async function withFaces(context: BrowserContext): Promise<void> {
  await context.route(/\/assets\/[^/]+\.css$/, async (route) => {
    const answer = await route.fetch()
    const css = await answer.text()
    await route.fulfill({ response: answer, body: css.replaceAll(/font-display:\s*optional/g, 'font-display:block') })
  })
}
