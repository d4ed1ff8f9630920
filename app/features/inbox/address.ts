import type { InboxAct } from '#domain/notifications/acts.ts'
import { inboxActs } from '#domain/notifications/acts.ts'
import type { InboxPage } from '#server/views/inbox-page.ts'

/** What was done last, and the moment by which it is undone. */
export interface Did {
  act: InboxAct
  at: number
  things: number
}

/** The address of a part of the inbox. */
export function tabPath(tab: InboxPage['tab']): string {
  return tab === 'needs' ? '/inbox' : `/inbox?tab=${tab}`
}

/** What a form of the inbox asks for. A button of one row names its thing after the act, as in `done thread/x`. */
export function readWish(form: FormData): { act: string; things: string[]; seen?: number; at?: number } {
  const [act = '', only] = String(form.get('act') ?? '').split(' ')
  const things = only === undefined ? form.getAll('thing').map(String) : [only]
  const seen = wholeNumber(form.get('seen'))
  const at = wholeNumber(form.get('at'))
  return { act, things, ...(seen === null ? {} : { seen }), ...(at === null ? {} : { at }) }
}

/** Where the page goes after an act: to the same tab, saying what was done. */
export function wishPath(tab: string | null, { act, at, things }: Did): string {
  const query = new URLSearchParams()
  if (tab !== null) query.set('tab', tab)
  query.set('did', act)
  query.set('n', String(things))
  query.set('at', String(at))
  return `/inbox?${query}`
}

/** What an address says was done; null where it says nothing. */
export function readDid(query: URLSearchParams): Did | null {
  const act = inboxActs.find((one) => one === query.get('did'))
  const at = wholeNumber(query.get('at'))
  const things = wholeNumber(query.get('n'))
  return act && at !== null && things !== null ? { act, at, things } : null
}

function wholeNumber(typed: unknown): number | null {
  return typeof typed === 'string' && /^\d{1,15}$/.test(typed) ? Number(typed) : null
}
