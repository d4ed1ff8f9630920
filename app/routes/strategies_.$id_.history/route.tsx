import type { LoaderFunctionArgs } from '@remix-run/node'
import { loadHistory } from '#app/features/versions/load-versions.ts'

export { HistoryView as default, historyMeta as meta } from '#app/features/versions/history-view.tsx'

export const loader = (args: LoaderFunctionArgs) => loadHistory('strategy', args)
