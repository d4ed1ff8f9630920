import type { LoaderFunctionArgs } from '@remix-run/node'
import { loadVersion } from '#app/features/versions/load-versions.ts'

export { VersionView as default, versionMeta as meta } from '#app/features/versions/version-view.tsx'

export const loader = (args: LoaderFunctionArgs) => loadVersion('concept', args)
