import { build } from 'esbuild'
import { root } from './steps.mjs'

/** Bundles programs of the server into `build/`; a program finds its workers beside it there. */
export function bundle(entryPoints) {
  return build({
    absWorkingDir: root,
    entryPoints,
    outdir: 'build',
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: true,
    logLevel: 'warning',
  })
}
