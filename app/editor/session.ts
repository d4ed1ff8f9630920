import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { closeCodes } from '#collab/close-codes.ts'
import { readContent } from '#collab/doc-shape.ts'
import type { RoomStatus } from '#collab/messages.ts'
import { messages } from '#collab/messages.ts'
import type { EntryContent, EntryKind } from '#domain/entries/kinds.ts'
import type { Connection } from './connection-state.ts'
import { isUnsaved, noConnection } from './connection-state.ts'
import type { FieldStore } from './field-store.ts'
import type { Person, PresenceUser } from './presence-state.ts'
import { peopleOf } from './presence-state.ts'
import { yjsFields } from './yjs-fields.ts'

/** Protocol version of this page; a server that cannot serve it closes with `outdated`. */
const protocolVersion = '1'
/** Confirmations are asked for at most this often, in milliseconds. */
const ackPause = 80
/** A confirmation that takes longer means the connection is dead though nobody said so; milliseconds. */
const ackPatience = 8_000
/** How long a page that the browser calls offline may take to prove otherwise; milliseconds. */
const offlinePatience = 1_500

export interface EditorSession {
  readonly doc: Y.Doc
  readonly provider: WebsocketProvider
  readonly fields: FieldStore
  readonly user: PresenceUser
  connection(): Connection
  people(): Person[]
  content(): EntryContent
  /** Is called when the connection, the people or the text changed. */
  subscribe(topic: Topic, listener: () => void): () => void
  retry(): void
  destroy(): void
}

type Topic = 'connection' | 'people' | 'content'

/**
 * One page's connection to a draft: the document, its socket, who else is here, and how much of what was typed the
 * server has on disk. The document outlives every kind of disconnection; typed text is never thrown away.
 */
export function openSession(draftId: string, kind: EntryKind, user: PresenceUser): EditorSession {
  const doc = new Y.Doc()
  const scheme = window.location.protocol === 'https:' ? 'wss' : 'ws'
  const provider = new WebsocketProvider(`${scheme}://${window.location.host}/collab`, draftId, doc, {
    connect: false,
    disableBc: true,
    maxBackoffTime: 5_000,
    params: { v: protocolVersion },
  })
  const listeners: Record<Topic, Set<() => void>> = { connection: new Set(), people: new Set(), content: new Set() }
  let connection = noConnection
  let people: Person[] = []
  let content: EntryContent | null = null
  let generation: number | null = null

  function tell(topic: Topic): void {
    for (const listener of listeners[topic]) listener()
  }
  function change(next: Partial<Connection>): void {
    connection = { ...connection, ...next }
    tell('connection')
  }

  const acks = trackAcks(provider, (n) => {
    const saved = Math.max(connection.saved, n)
    change({ saved, unsavedSince: saved >= connection.local ? null : Date.now() })
  })

  doc.on('update', (_update: Uint8Array, origin: unknown) => {
    content = null
    tell('content')
    if (origin === provider) return
    change({ local: connection.local + 1, unsavedSince: connection.unsavedSince ?? Date.now() })
    acks.ask(connection.local)
  })

  // The library would write the refusal to the console; the room's status says it to the person.
  provider.messageHandlers[messages.auth] = () => change({ write: false })
  provider.messageHandlers[messages.status] = (_encoder, decoder) => {
    const { state, write, generation: now }: RoomStatus = JSON.parse(decoding.readVarString(decoder))
    generation ??= now
    // Another document stands under this address: what this page holds must not be merged into it.
    if (now !== generation) {
      provider.disconnect()
      return change({ stopped: closeCodes.outdated })
    }
    change({ write, degraded: state === 'degraded' })
  }

  provider.on('status', ({ status }: { status: string }) => {
    if (status === 'connected') {
      change({ open: true, stopped: null })
      askForStatus(provider)
    }
    if (status === 'disconnected') change({ open: false, synced: false, retrying: connection.stopped === null })
  })
  provider.on('connection-close', () => {
    acks.reset()
    change({ open: false, synced: false, retrying: true })
  })
  provider.on('sync', (synced: boolean) => {
    change({ synced, loaded: connection.loaded || synced, ...(synced ? { retrying: false } : {}) })
    if (synced && isUnsaved(connection)) acks.ask(connection.local)
  })
  provider.on('closed', ({ code }: { code: number }) => change({ stopped: code, retrying: false }))

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
  })

  function retry(): void {
    if (provider.wsconnected) return
    change({ stopped: null, retrying: true })
    provider.disconnect()
    provider.connect()
  }

  provider.connect()
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
    subscribe(topic, listener) {
      listeners[topic].add(listener)
      return () => listeners[topic].delete(listener)
    },
    retry,
    destroy() {
      offWindow()
      acks.reset()
      provider.destroy()
      doc.destroy()
    },
  }
}

function askForStatus({ ws }: WebsocketProvider): void {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, messages.status)
  ws?.send(encoding.toUint8Array(encoder))
}

/** Numbers the page's changes towards the server and hears which of them are on disk. */
function trackAcks(provider: WebsocketProvider, onSaved: (n: number) => void) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let patience: ReturnType<typeof setTimeout> | undefined
  let wanted = 0

  provider.messageHandlers[messages.durable] = (_encoder, decoder) => {
    const n = decoding.readVarUint(decoder)
    clearTimeout(patience)
    patience = n < wanted ? setTimeout(giveUp, ackPatience) : undefined
    onSaved(n)
  }

  function giveUp(): void {
    provider.disconnect()
    provider.connect()
  }

  function send(): void {
    timer = undefined
    const { ws } = provider
    // Before the document is complete over this socket, older changes may still have to be sent.
    if (!ws || ws.readyState !== WebSocket.OPEN || !provider.synced) return
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, messages.durable)
    encoding.writeVarUint(encoder, wanted)
    ws.send(encoding.toUint8Array(encoder))
    patience ??= setTimeout(giveUp, ackPatience)
  }

  return {
    /** Asks for the confirmation of every change up to `n`. */
    ask(n: number): void {
      wanted = n
      timer ??= setTimeout(send, ackPause)
    },
    /** Asks at once; without an answer in time the connection is given up and tried again. */
    prove(n: number, within: number): void {
      wanted = n
      send()
      clearTimeout(patience)
      patience = setTimeout(giveUp, within)
    },
    reset(): void {
      clearTimeout(timer)
      clearTimeout(patience)
      timer = undefined
      patience = undefined
    },
  }
}

interface WindowHandlers {
  hide(): void
  show(): void
  guard(): boolean
  offline(): void
  online(): void
}

function listenToWindow({ hide, show, guard, offline, online }: WindowHandlers): () => void {
  const beforeUnload = (event: BeforeUnloadEvent) => {
    if (guard()) event.preventDefault()
  }
  window.addEventListener('beforeunload', beforeUnload)
  window.addEventListener('pagehide', hide)
  window.addEventListener('pageshow', show)
  window.addEventListener('offline', offline)
  window.addEventListener('online', online)
  return () => {
    window.removeEventListener('beforeunload', beforeUnload)
    window.removeEventListener('pagehide', hide)
    window.removeEventListener('pageshow', show)
    window.removeEventListener('offline', offline)
    window.removeEventListener('online', online)
  }
}
