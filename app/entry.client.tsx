import { RemixBrowser } from '@remix-run/react'
import { StrictMode, startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { startKeeping } from '#app/features/device/keeping.ts'
import { startOutlasting } from '#app/features/live/reach.ts'

startOutlasting()

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <RemixBrowser />
    </StrictMode>,
  )
})

startKeeping()
