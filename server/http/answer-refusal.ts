import type { Request, Response } from 'express'
import type { AppError } from '../errors.ts'
import { problem } from '../errors.ts'
import { TooMany } from '../rate-limits.ts'
import { escapeHtml } from './escape-html.ts'

/** What was typed into a form, by the name of its field; never a password. */
export type Typed = Record<string, string>

/**
 * Answers a refusal that happens before any page or API handler runs: a plain page for people, action data for a
 * form that the page's script sent (it keeps showing what was typed), a problem document for programs.
 */
export function answerRefusal(request: Request, response: Response, error: AppError, typed: Typed = {}): void {
  response.status(error.status)
  response.setHeader('Cache-Control', 'no-store')
  if (error instanceof TooMany) response.setHeader('Retry-After', String(error.retryAfter))
  if (request.query._data !== undefined) {
    response.json({ refusal: problem(error), typed })
  } else if (request.accepts(['json', 'html']) === 'html') {
    response.type('text/html').send(refusalPage(error, typed, response.locals.cspNonce as string))
  } else {
    response.type('application/problem+json').send(JSON.stringify(problem(error)))
  }
}

/** Small enough to need nothing else of the site: no file, no script, its own few rules of style. */
function refusalPage(error: AppError, typed: Typed, nonce: string): string {
  const kept = Object.entries(typed).filter(([, text]) => text.trim() !== '')
  const texts = kept.map(
    ([name, text]) =>
      `<label>${escapeHtml(name)}<textarea readonly rows="${Math.min(20, 2 + text.split('\n').length)}">\n${escapeHtml(text)}</textarea></label>`,
  )
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(error.title)}</title><style nonce="${nonce}">
:root{color-scheme:light dark}body{max-width:42rem;margin:0 auto;padding:2.5rem 1rem;font:1.0625rem/1.6 Georgia,serif;background:#fbfaf6;color:#1a1c20}
main>p:first-child{margin:0;color:#5f6570;font:500 .8125rem/1.4 system-ui,sans-serif}h1{margin:.25em 0 .4em;font-size:2.25rem;line-height:1.12}h2{font-size:1.375rem}
label{display:block;font:600 .875rem/1.5 system-ui,sans-serif;margin:1rem 0}textarea{display:block;box-sizing:border-box;width:100%;font:1rem/1.5 system-ui,sans-serif}
a{color:#1c4a86}@media(prefers-color-scheme:dark){body{background:#14161a;color:#ecebe6}main>p:first-child{color:#9ba0aa}a{color:#8fbbf0}}
</style></head><body><main><p>${error.status}</p><h1>${escapeHtml(error.title)}</h1><p>${escapeHtml(error.detail)}</p>
${texts.length > 0 ? `<h2>What you had written</h2><p>Nothing of it was saved. Go back and send it again, or copy it from here.</p>${texts.join('')}` : ''}
<p><a href="/">Overview</a></p></main></body></html>
`
}
