import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'
import { denyImports } from 'vite-env-only'

export default defineConfig({
  plugins: [
    // Pages get services as values only through getLoadContext: a module in both bundles would exist twice.
    denyImports({
      client: { files: ['server/**', 'db/**'], specifiers: ['drizzle-orm', 'better-sqlite3', 'ws', 'express'] },
      server: { files: ['server/**', 'db/**'], specifiers: ['drizzle-orm', 'better-sqlite3', 'ws'] },
    }),
    remix({
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        // Off on purpose: known denial-of-service and deserialisation holes (docs/decisions/001).
        v3_singleFetch: false,
        v3_lazyRouteDiscovery: false,
      },
    }),
  ],
  resolve: { dedupe: ['yjs', 'lexical', 'react', 'react-dom'] },
  build: {
    target: 'es2022',
    // Every asset is a file: the content policy allows no inline styles, and data: only for images.
    assetsInlineLimit: 0,
  },
})
