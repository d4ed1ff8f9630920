import { useEffect, useState } from 'react'
import { Time } from '#app/components/time.tsx'
import { asideFile } from '#app/editor/device/aside-words.ts'
import { removeStore } from '#app/editor/device/device-store.ts'
import type { KeptAside, KeptStore } from '#app/editor/device/ledger.ts'
import { browserLedger } from '#app/editor/device/ledger.ts'
import { readStore } from '#app/editor/device/put-aside.ts'
import { copyOf, downloadText } from '#app/editor/download-copy.ts'
import { readContent } from '#collab/doc-shape.ts'
import { forgetPage } from './keeping.ts'

interface Kept {
  stores: KeptStore[]
  asides: KeptAside[]
}

const read = (person: string): Kept => ({
  stores: browserLedger()
    .stores()
    .filter(({ name }) => name.person === person)
    .sort((a, b) => b.usedAt - a.usedAt),
  asides: browserLedger().aside(person),
})

/** What this device holds of drafts for this person: to open without a network, to take away, or to forget. */
export function KeptHere({ person }: { person: string }) {
  const [{ stores, asides }, setKept] = useState<Kept>({ stores: [], asides: [] })
  const [asked, setAsked] = useState<string | null>(null)
  useEffect(() => {
    const look = () => setKept(read(person))
    look()
    window.addEventListener('storage', look)
    return () => window.removeEventListener('storage', look)
  }, [person])
  if (stores.length + asides.length === 0) return null

  async function forget({ name, unsent }: KeptStore) {
    const key = `${name.draft}/${name.generation}`
    if (unsent > 0 && asked !== key) return setAsked(key)
    await removeStore(browserLedger(), name)
    forgetPage(`/drafts/${name.draft}`)
    setKept(read(person))
  }
  return (
    <section aria-labelledby="drafts-kept">
      <h2 id="drafts-kept">
        Kept on this device<span className="count">{stores.length + asides.length}</span>
      </h2>
      <p className="why">These open without a network. Forgetting one removes it from this device only.</p>
      <ul className="list-plain kept-list">
        {stores.map((store) => {
          const { name, title, unsent, usedAt } = store
          const label = title || 'Untitled draft'
          return (
            <li key={`${name.draft}/${name.generation}`}>
              <span className="kept-what">
                <a href={`/drafts/${name.draft}`}>{label}</a>
                <span className={unsent > 0 ? 'table-note kept-unsent' : 'table-note'}>
                  {unsent > 0 ? `▲ ${unsent} ${unsent === 1 ? 'change' : 'changes'} not sent` : '● All sent'} · opened{' '}
                  <Time at={usedAt} />
                </span>
              </span>
              <button type="button" className="button button-small" onClick={() => void download(store)}>
                Download<span className="visually-hidden">: {label}</span>
              </button>
              <button type="button" className="button button-small button-quiet" onClick={() => void forget(store)}>
                {asked === `${name.draft}/${name.generation}` ? 'Forget it with what was not sent' : 'Forget'}
                <span className="visually-hidden">: {label}</span>
              </button>
            </li>
          )
        })}
        {asides.map((text) => (
          <li key={text.key}>
            <span className="kept-what">
              <a href={`/drafts/${text.name.draft}`}>{text.title || 'Untitled draft'}</a>
              <span className="table-note kept-unsent">▲ Text that could not be sent</span>
            </span>
            <button
              type="button"
              className="button button-small"
              onClick={() => downloadText(text.title, asideFile(text))}
            >
              Download<span className="visually-hidden">: text that could not be sent</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

async function download(store: KeptStore): Promise<void> {
  const content = await readStore(store, (doc) => readContent(doc, store.kind))
  if (content) downloadText(content.title || store.title, copyOf(content))
}
