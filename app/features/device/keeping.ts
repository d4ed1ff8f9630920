import { removeStore } from '#app/editor/device/device-store.ts'
import { browserLedger } from '#app/editor/device/ledger.ts'
import { sweep } from '#app/editor/device/sweep.ts'

/** Signing out waits at most this long for the device to be cleared; milliseconds. */
const clearPatience = 1_000

/**
 * What every signed-in page does about this device: the worker that opens drafts without a network is kept up to
 * date, and signing out removes all that the server has. What was not sent stays for whoever wrote it.
 */
export function startKeeping(): void {
  if (import.meta.env.PROD && 'serviceWorker' in navigator) {
    navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' }).catch(() => {
      // Without a worker drafts open only with a connection; the connection bar still says what is kept.
    })
  }
  document.addEventListener('submit', clearBefore, true)
}

/** Removes old copies, and copies of other people that hold nothing unsent. */
export function tidy(person: string): void {
  void sweep(browserLedger(), person, Date.now())
}

/** Has the worker keep this draft's page and the files it needs. */
export function keepPage(path: string): void {
  const files = performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name).pathname)
    .filter((name) => name.startsWith('/assets/'))
  tellWorker({ type: 'keep', path, files })
}

/** Looks whether the site was updated; a page that stays open for days would not hear of it. */
export function lookForUpdate(): void {
  navigator.serviceWorker
    ?.getRegistration()
    .then((registration) => registration?.update())
    .catch(() => undefined)
}

export function forgetPage(path: string): void {
  tellWorker({ type: 'forget', path })
}

function tellWorker(message: object): void {
  navigator.serviceWorker?.ready.then(({ active }) => active?.postMessage(message)).catch(() => undefined)
}

function clearBefore(event: SubmitEvent): void {
  const form = event.target
  if (!(form instanceof HTMLFormElement) || new URL(form.action).pathname !== '/sign-out') return
  event.preventDefault()
  const ledger = browserLedger()
  const sent = ledger.stores().filter(({ unsent }) => unsent === 0)
  const cleared = Promise.all(sent.map(({ name }) => removeStore(ledger, name)))
  const patience = new Promise((resolve) => setTimeout(resolve, clearPatience))
  void Promise.race([cleared, patience]).then(() => form.submit())
}
