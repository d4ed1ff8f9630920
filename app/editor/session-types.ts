import type { WebsocketProvider } from 'y-websocket'
import type * as Y from 'yjs'
import type { SectionText } from '#collab/section-text.ts'
import type { EntryContent, EntryKind } from '#domain/entries/kinds.ts'
import type { AwayNotice } from './away.ts'
import type { Connection } from './connection-state.ts'
import type { AsideText } from './device/ledger.ts'
import type { FieldStore } from './field-store.ts'
import type { Person, PresenceUser } from './presence-state.ts'

export interface SessionOptions {
  draftId: string
  kind: EntryKind
  title: string
  user: PresenceUser
  mayWrite: boolean
  /** The document to begin with, where it is known; else the newest on this device, or what the server has. */
  generation: number | null
  /** Is called when this page's document is given up for the one of a generation; this session is over then. */
  replaced(generation: number, why: AsideText['why']): void
}

export interface EditorSession {
  readonly doc: Y.Doc
  readonly provider: WebsocketProvider
  readonly fields: FieldStore
  readonly user: PresenceUser
  connection(): Connection
  people(): Person[]
  content(): EntryContent
  /** The running text of a section in which every character knows its identity. */
  words(sectionId: string): SectionText
  /** What happened while the page was away; null where there is nothing to say. */
  away(): AwayNotice | null
  dismissAway(): void
  /** Is called when the connection, the people, the text, or what there is to say of being away changed. */
  subscribe(topic: Topic, listener: () => void): () => void
  /** Says that a section's editor differed from the document. */
  report(sectionId: string): void
  retry(): void
  /** A change that removes much is meant. */
  confirmRemoval(): void
  /** It is not: puts what is not sent aside as words, and shows the draft as the server has it. */
  takeBack(): void
  destroy(): void
}

export type Topic = 'connection' | 'people' | 'content' | 'away' | 'aside'
