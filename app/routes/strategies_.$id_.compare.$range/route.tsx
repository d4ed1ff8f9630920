import type { LoaderFunctionArgs } from '@remix-run/node'
import { loadCompare } from '#app/features/versions/load-versions.ts'

export { CompareView as default, compareMeta as meta } from '#app/features/versions/compare-view.tsx'

export const loader = (args: LoaderFunctionArgs) => loadCompare('strategy', args)
