import type { ContributionType } from '#domain/threads/words.ts'

/** The part of a thread that a page shows. */
export interface Showing {
  id: string
  order: string
  only: ContributionType | null
  page: number
}

/** An address within a thread that keeps what is shown, changed by `change`. */
export function threadHref(showing: Showing, change: Record<string, string | null> = {}, anchor = ''): string {
  const query = new URLSearchParams()
  const all = {
    order: showing.order === 'kind' ? null : showing.order,
    only: showing.only,
    page: showing.page > 1 ? String(showing.page) : null,
    ...change,
  }
  for (const [name, value] of Object.entries(all)) if (value !== null) query.set(name, value)
  const search = query.toString()
  return `/threads/${showing.id}${search ? `?${search}` : ''}${anchor}`
}

/** What an address asks a thread's page to show. */
export function askOf(url: string) {
  const query = new URL(url).searchParams
  return {
    order: query.get('order') ?? undefined,
    only: query.get('only') ?? undefined,
    page: Number.parseInt(query.get('page') ?? '1', 10) || 1,
    at: query.get('at') ?? undefined,
    history: query.get('history') ?? undefined,
  }
}

/** Where a form on a thread's page leads once it has worked: to what it was about. */
export function afterAct(url: string, id: string, typed: Record<string, string>, sent?: string): string {
  const kept = new URLSearchParams()
  const before = new URL(url).searchParams
  for (const name of ['order', 'only', 'page']) {
    const value = before.get(name)
    if (value !== null) kept.set(name, value)
  }
  if (sent && typed.intent === 'propose') kept.set('proposed', sent)
  else if (sent && typed.intent === 'marker') kept.set('placed', sent)
  else if (sent) {
    kept.set('at', sent)
    kept.set('sent', sent)
  }
  const search = kept.size > 0 ? `?${kept}` : ''
  return `/threads/${encodeURIComponent(id)}${search}${anchorOf(typed, sent)}`
}

function anchorOf(typed: Record<string, string>, sent?: string): string {
  const { intent, contributionId, field, objectionId, candidate } = typed
  if (sent && intent === 'propose') return `#candidate-${encodeURIComponent(sent)}`
  if (intent === 'marker' || intent === 'scale') return '#band'
  if (sent) return `#c-${sent}`
  if (contributionId) return `#c-${encodeURIComponent(contributionId)}`
  if (intent?.startsWith('candidate-')) return `#candidate-${encodeURIComponent(candidate ?? '')}`
  if (intent === 'check') return `#check-${encodeURIComponent(typed.check ?? '')}`
  if (intent === 'header') return `#header-${encodeURIComponent(field ?? '')}`
  if (objectionId) return `#objection-${encodeURIComponent(objectionId)}`
  return intent === 'raise' ? '#objections' : ''
}
