import type { DraftPage } from '#server/views/draft-page.ts'
import type { FormAnswer } from './draft-side.tsx'

/** The draft that is on the page now. */
let shown: DraftPage | null = null

export function rememberShown(page: DraftPage | null): void {
  shown = page
}

/**
 * Loads a draft's page again. Where that fails (no network, signed out, the draft deleted) the page that is shown
 * stays: an error page in its place would take typed text with it, and the connection bar says what happened.
 */
export async function orShown(draftId: string | undefined, load: () => Promise<DraftPage>): Promise<DraftPage> {
  try {
    return await load()
  } catch (error) {
    if (shown && shown.draft.id === draftId) return shown
    throw error
  }
}

/** Sends a form of the draft's page. Where the server cannot be reached the form says so and keeps what was typed. */
export async function orUnsent<T>(request: Request, send: () => Promise<T>): Promise<T | FormAnswer> {
  const form = await request.clone().formData()
  try {
    return await send()
  } catch (failure) {
    if (failure instanceof Response) throw failure
    const typed = Object.fromEntries([...form].map(([name, value]) => [name, typeof value === 'string' ? value : '']))
    return { refusal: unreachable, typed }
  }
}

const unreachable = {
  code: 'unavailable',
  title: 'Not sent',
  detail: 'The server cannot be reached at the moment. Nothing was changed; try again when the page is connected.',
  status: 503,
}
