import { useEffect, useState } from 'react'

/** Offers the new release where the site was updated under an open page, which keeps working with its own files. */
export function NewVersion() {
  const [isThere, setThere] = useState(false)
  useEffect(() => {
    const workers = navigator.serviceWorker
    if (!workers) return
    // The worker this page began with. A page that was asked for while the first worker of a device started may stay
    // without one until the next release, so the controller alone does not tell an update from a beginning.
    let begun = workers.controller
    const changed = () => {
      if (begun !== null && workers.controller !== begun) setThere(true)
      begun = workers.controller
    }
    void workers.ready.then(({ active }) => {
      begun ??= active
    })
    workers.addEventListener('controllerchange', changed)
    return () => workers.removeEventListener('controllerchange', changed)
  }, [])
  if (!isThere) return null
  return (
    <div className="notice away-notice" role="status">
      <p>
        <strong>Folkmoot was updated.</strong> This page goes on working as it is. Reload it for the new version; what
        you typed is kept.
      </p>
      <button type="button" className="button button-small" onClick={() => window.location.reload()}>
        Reload
      </button>
    </div>
  )
}
