import * as decoding from 'lib0/decoding'
import { WebsocketProvider } from 'y-websocket'
import type * as Y from 'yjs'
import { XmlElement } from 'yjs'
import { removalMessage, reportMessage, statusMessage } from '#collab/client-messages.ts'
import { closeCodes } from '#collab/close-codes.ts'
import { readContent, sectionRoot } from '#collab/doc-shape.ts'
import type { RoomStatus } from '#collab/messages.ts'
import { messages, protocolVersion, removal, replacedBy } from '#collab/messages.ts'
import { quietDocument } from '#collab/quiet-document.ts'
import { readSectionText } from '#collab/section-text.ts'
import type { EntryContent } from '#domain/entries/kinds.ts'
import { trackAcks } from './acks.ts'
import type { AwayNotice } from './away.ts'
import { watchAway } from './away.ts'
import type { Connection } from './connection-state.ts'
import { isUnsaved, noConnection } from './connection-state.ts'
import type { AsideText } from './device/ledger.ts'
import { browserLedger } from './device/ledger.ts'
import type { StoreName } from './device/names.ts'
import { OwnCopy } from './device/own-copy.ts'
import type { Person } from './presence-state.ts'
import { peopleOf } from './presence-state.ts'
import { keepConnected } from './reconnect.ts'
import { sendMessage } from './send-message.ts'
import type { EditorSession, SessionOptions, Topic } from './session-types.ts'
import { createTopics } from './topics.ts'
import { keepCharactersWhole } from './whole-characters.ts'
import { listenToWindow } from './window-events.ts'
import { yjsFields } from './yjs-fields.ts'

/** How long a page that the browser calls offline may take to prove otherwise; milliseconds. */
const offlinePatience = 1_500
/** How long the server may take before the copy on this device is shown without it; milliseconds. */
const serverPatience = 2_000

/**
 * One page's connection to a draft: the document, its copy on this device, its socket, who else is here, and how
 * much of what was typed the server has on disk. The document outlives every kind of disconnection; typed text is
 * never thrown away.
 */
export function openSession(options: SessionOptions): EditorSession {
  const { draftId, kind, title, user, mayWrite, replaced } = options
  keepCharactersWhole()
  const doc = quietDocument()
  const scheme = window.location.protocol === 'https:' ? 'wss' : 'ws'
  const provider = new WebsocketProvider(`${scheme}://${window.location.host}/collab`, draftId, doc, {
    connect: false,
    disableBc: true,
    params: { v: protocolVersion, person: user.id },
  })
  const { tell, subscribe } = createTopics<Topic>()
  const ledger = browserLedger()
  const awayWatch = watchAway()
  let connection = noConnection
  let people: Person[] = []
  let content: EntryContent | null = null
  let generation: number | null = null
  let away: AwayNotice | null = null
  /** Told once what was sent is confirmed, so that "sent" is true. */
  let awayWaiting: AwayNotice | null = null
  let over = false

  function change(next: Partial<Connection>): void {
    connection = { ...connection, ...next }
    tell('connection')
  }
  const unsaved = () => connection.local - connection.saved

  const own = new OwnCopy(doc, kind, ledger, {
    found: (changes) => addChanges(changes),
    lost: () => change({ kept: false }),
  })
  const link = keepConnected(provider, {
    waiting(code, retryAt) {
      acks.reset()
      change({ open: false, synced: false, removal: null, retrying: true, retryAt, lastCode: code })
      showKept()
      if (connection.loaded) awayWatch.left(Date.now(), unsaved())
    },
  })
  const acks = trackAcks(
    provider,
    (n) => {
      // To whoever may not write the server confirms what it did not take.
      if (connection.write === false) return
      const saved = Math.max(connection.saved, n)
      change({ saved, proven: true, unsavedSince: saved >= connection.local ? null : Date.now() })
      if (saved < connection.local) return
      own.confirmed()
      sayAway()
    },
    () => link.restart(),
  )

  function addChanges(count: number): void {
    change({ local: connection.local + count, unsavedSince: connection.unsavedSince ?? Date.now() })
    acks.ask(connection.local)
  }
  function sayAway(): void {
    if (!awayWaiting) return
    away = awayWaiting
    awayWaiting = null
    tell('away')
  }

  doc.on('update', (_update: Uint8Array, origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
    content = null
    tell('content')
    if (origin === provider) {
      if (!connection.synced) awayWatch.caughtUp(transaction)
      return
    }
    // What other pages typed is counted by their notes.
    if (own.isOrigin(origin)) return
    addChanges(1)
    own.typed(unsaved(), transaction)
  })

  // The library would write the refusal to the console; the room's status says it to the person.
  provider.messageHandlers[messages.auth] = () => change({ write: false })
  provider.messageHandlers[messages.removal] = (_encoder, decoder) => {
    acks.reset()
    change({ removal: decoding.readVarUint(decoder) })
  }
  provider.messageHandlers[messages.status] = (_encoder, decoder) => {
    const status: RoomStatus = JSON.parse(decoding.readVarString(decoder))
    if (generation !== null && status.generation !== generation) return giveWay(status.generation)
    change({ write: status.write, degraded: status.state === 'degraded', quarantined: status.state === 'quarantined' })
    if (generation === null) {
      generation = status.generation
      provider.params.generation = String(generation)
      void keep()
    }
  }

  provider.on('status', ({ status }: { status: string }) => {
    if (status !== 'connected') return
    change({ open: true, stopped: null, retryAt: null, lastCode: null })
    send(statusMessage)
    send(removalMessage(removal.canAsk))
  })
  provider.on('sync', (synced: boolean) => {
    if (!synced) return change({ synced })
    link.succeeded()
    awayWaiting = awayWatch.back(Date.now(), unsaved()) ?? awayWaiting
    change({ synced, loaded: true, retrying: false })
    acks.ask(connection.local)
    void own.takeIn()
    const name = storeName()
    if (name) void own.putOthersAside(name, Date.now()).then(() => tell('aside'))
  })
  provider.on('closed', ({ code, reason }: { code: number; reason: string }) => {
    acks.reset()
    const current = code === closeCodes.outdated ? replacedBy(reason) : null
    if (current !== null) return giveWay(current)
    change({ open: false, synced: false, stopped: code, retrying: false, retryAt: null })
    const name = storeName()
    if (code === closeCodes.unknownRoom && name) void own.retire(name, 'removed', unsaved(), Date.now())
    else showKept()
  })

  provider.awareness.on('change', () => {
    people = peopleOf(provider.awareness.getStates(), user.id)
    tell('people')
  })
  const present = () => provider.awareness.setLocalState({ user, section: null, focusing: false })
  present()

  const offWindow = listenToWindow({
    hide: () => provider.awareness.setLocalState(null),
    show: present,
    guard: () => isUnsaved(connection),
    offline: () => acks.prove(connection.local, offlinePatience),
    online: () => retry(),
    stored: (key) => own.heard(key, connection.synced),
  })

  const send = (message: Uint8Array) => sendMessage(provider, message)

  function storeName(): StoreName | null {
    return generation === null ? null : { person: user.id, draft: draftId, generation }
  }

  /** Keeps the document on this device from now on. */
  async function keep(): Promise<void> {
    const name = storeName()
    if (!name || over) return
    const kept = await own.open(name, title, Date.now())
    if (over) own.close()
    else change({ kept })
  }

  /** Shows what this device has, where the server does not come. */
  function showKept(): void {
    if (connection.loaded || over || !own.kept || !own.isWhole()) return
    change({ loaded: true })
    awayWatch.left(Date.now(), unsaved())
  }

  /** Another document stands under this address: what this page holds must not be merged into it. */
  function giveWay(current: number, why: AsideText['why'] = 'replaced'): void {
    if (over) return
    over = true
    link.stop()
    const name = storeName()
    const retired = name ? own.retire(name, why, unsaved(), Date.now()) : Promise.resolve()
    void retired.then(() => replaced(current, why))
  }

  function retry(): void {
    if (provider.wsconnected || over) return
    change({ stopped: null, retrying: true, retryAt: null })
    link.restart()
  }

  async function start(): Promise<void> {
    generation = options.generation ?? ledger.newestGeneration(user.id, draftId)
    if (generation !== null) {
      provider.params.generation = String(generation)
      // Whoever may not write any more cannot send what is left: shown as part of the draft it would be a lie.
      if (!mayWrite) await own.putUnsentAside({ person: user.id, draft: draftId, generation }, Date.now())
      await keep()
    }
    if (over) return
    change({ proven: !own.kept })
    link.connect()
    if (!window.navigator.onLine) showKept()
    setTimeout(showKept, serverPatience)
  }

  void start()
  return {
    doc,
    provider,
    fields: yjsFields(doc, provider.awareness, () => connection.loaded),
    user,
    connection: () => connection,
    people: () => people,
    content: () => {
      content ??= readContent(doc, kind)
      return content
    },
    words: (sectionId) => readSectionText(doc.get(sectionRoot(sectionId), XmlElement) as Y.XmlElement),
    away: () => away,
    dismissAway() {
      away = null
      tell('away')
    },
    subscribe,
    report(sectionId) {
      send(reportMessage(sectionId))
    },
    retry,
    confirmRemoval() {
      change({ removal: null })
      send(removalMessage(removal.meant))
      acks.ask(connection.local)
    },
    takeBack: () => giveWay(generation ?? 0, 'taken-back'),
    destroy() {
      over = true
      offWindow()
      acks.reset()
      link.stop()
      own.close()
      provider.destroy()
      doc.destroy()
    },
  }
}
