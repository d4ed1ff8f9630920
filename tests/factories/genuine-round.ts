import { registerList } from '@lexical/list'
import { registerRichText } from '@lexical/rich-text'
import * as Y from 'yjs'
import { keepToTree } from '../../app/editor/nodes.ts'
import { reservedClients, sectionRoot, seedUpdate } from '../../collab/doc-shape.ts'
import { quietDocument } from '../../collab/quiet-document.ts'
import { setField } from '../../collab/set-field.ts'
import type { Refusal } from '../../server/collab/admission.ts'
import { judgeUpdate } from '../../server/collab/admission.ts'
import { firstDifference } from '../../server/collab/compaction.ts'
import type { Views } from './compare-views.ts'
import { compareViews } from './compare-views.ts'
import { sampleContent } from './draft-world.ts'
import { operate } from './editor-operations.ts'
import { headlessSection } from './headless-section.ts'
import type { Random } from './random.ts'
import { pick, seeded, upTo } from './random.ts'

const sections = ['bet', 'mechanism', 'threshold'] as const

export interface Round {
  /** Updates that were judged. */
  judged: number
  /** Changes of editors and fields. */
  edits: number
  /** Updates that were not admitted; there should be none. */
  refused: { why: Refusal; detail: string }[]
  /** Updates that would have been held until their writer says that they are meant. */
  held: number
  /** Times the binding threw and a writer had to open the page again. */
  reopened: number
  /** Writers whose document was not the server's at the end, in any struct, deletion, word or field; there should be none. */
  apart: string[]
  views: Views
}

interface Writer {
  name: string
  doc: Y.Doc
  editors: ReturnType<typeof openSection>[]
  outbox: Uint8Array[]
  inbox: Uint8Array[]
  away: boolean
}

function openSection(doc: Y.Doc, sectionId: string, ours: boolean) {
  const section = headlessSection(doc, sectionId)
  const stops = [registerRichText(section.editor), registerList(section.editor)]
  if (ours) stops.push(keepToTree(section.editor, true))
  const undo = new Y.UndoManager(doc.get(sectionRoot(sectionId), Y.XmlElement), {
    trackedOrigins: new Set([section.binding]),
    captureTimeout: 0,
  })
  return { section, undo, stops }
}

/**
 * Three people write in one draft with the real editor binding: each sees the others late, goes away and comes
 * back with all that was missed. Every update goes through admission, as on the server.
 *
 * @param ours whether the editors are ours; else any Lexical editor with the same nodes, into which nothing is pasted.
 */
export function genuineRound({ seed, steps, ours }: { seed: number; steps: number; ours: boolean }): Round {
  const random = seeded(seed)
  const server = quietDocument()
  Y.applyUpdate(server, seedUpdate(sampleContent))
  const clients = new Map([[1, 'server']])
  const round: Round = {
    judged: 0,
    edits: 0,
    refused: [],
    held: 0,
    reopened: 0,
    apart: [],
    views: { apart: 0, unnoticed: 0, unmended: 0 },
  }

  function open(name: string): Writer {
    const doc = quietDocument()
    // Yjs orders by client id, so a seed must fix those too.
    doc.clientID = reservedClients + upTo(random, 2 ** 32 - reservedClients)
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(server))
    const outbox: Uint8Array[] = []
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'remote') outbox.push(update)
    })
    return { name, doc, editors: sections.map((id) => openSection(doc, id, ours)), outbox, inbox: [], away: false }
  }
  const writers = ['ada', 'ben', 'cleo'].map(open)

  function submit(from: Writer, update: Uint8Array): void {
    round.judged += 1
    const given = { doc: server, kind: 'strategy' as const, clients }
    let verdict = judgeUpdate(given, update, { actorId: from.name, mayRemoveMuch: false })
    if (!verdict.admitted && verdict.why === 'held') {
      round.held += 1
      verdict = judgeUpdate(given, update, { actorId: from.name, mayRemoveMuch: true })
    }
    if (!verdict.admitted) {
      round.refused.push({ why: verdict.why, detail: verdict.detail })
      return
    }
    for (const client of verdict.newClients) clients.set(client, from.name)
    Y.applyUpdate(server, update)
    if (server.store.pendingStructs || server.store.pendingDs) {
      round.refused.push({ why: 'incomplete', detail: 'pending after it was admitted' })
    }
    for (const other of writers) if (other !== from) other.inbox.push(update)
  }

  function comeBack(writer: Writer): void {
    writer.away = false
    writer.outbox.length = 0
    submit(writer, Y.encodeStateAsUpdate(writer.doc, random() < 0.3 ? undefined : Y.encodeStateVector(server)))
  }

  function deliver(writer: Writer, some: number): void {
    if (writer.away) return
    for (const update of writer.outbox.splice(0, some)) submit(writer, update)
    const arrived = writer.inbox.splice(0, some)
    writer.doc.transact(() => {
      for (const update of arrived) Y.applyUpdate(writer.doc, update, 'remote')
    }, 'remote')
  }

  function act(writer: Writer): void {
    const dice = random()
    const { section, undo } = pick(random, writer.editors)
    if (dice < 0.05) undo.undo()
    else if (dice < 0.08) undo.redo()
    else if (dice < 0.12) editField(writer.doc, random)
    else {
      round.edits += operate(section.editor, random, ours)
      return
    }
    round.edits += 1
  }

  /** The binding throws now and then; a person would open the page again. */
  function carefully(writer: Writer, work: () => void): void {
    try {
      work()
    } catch {
      reopen(writer)
    }
    if (writer.editors.some(({ section }) => section.errors.length > 0)) reopen(writer)
  }

  function reopen(writer: Writer): void {
    round.reopened += 1
    close(writer)
    Object.assign(writer, open(writer.name))
  }

  for (let i = 0; i < steps; i += 1) {
    const writer = pick(random, writers)
    carefully(writer, () => act(writer))
    if (random() < 0.02) writer.away = true
    for (const one of writers) {
      if (one.away && random() < 0.03) carefully(one, () => comeBack(one))
      if (random() < 0.3) carefully(one, () => deliver(one, 1 + upTo(random, 20)))
    }
  }
  for (const writer of writers) if (writer.away) carefully(writer, () => comeBack(writer))
  while (writers.some(({ inbox, outbox }) => inbox.length + outbox.length > 0)) {
    for (const writer of writers) carefully(writer, () => deliver(writer, Number.POSITIVE_INFINITY))
  }
  for (const writer of writers) {
    if (!isSame(writer.doc, server)) round.apart.push(writer.name)
    const views = compareViews(
      writer.doc,
      new Map(writer.editors.map(({ section }, i) => [sections[i] as string, section])),
    )
    for (const count of ['apart', 'unnoticed', 'unmended'] as const) round.views[count] += views[count]
    close(writer)
  }
  server.destroy()
  return round
}

function isSame(one: Y.Doc, other: Y.Doc): boolean {
  if (!Y.equalSnapshots(Y.snapshot(one), Y.snapshot(other))) return false
  return firstDifference(one, other, 'strategy') === undefined
}

function editField(doc: Y.Doc, random: Random): void {
  if (random() < 0.5) setField(doc, 'strategy', 'title', pick(random, ['Halt', 'Pause', '']))
  else setField(doc, 'strategy', 'source-note', `note ${upTo(random, 100)}`)
}

function close({ editors, doc }: Writer): void {
  for (const { section, undo, stops } of editors) {
    for (const stop of stops) stop()
    undo.destroy()
    section.close()
  }
  doc.destroy()
}
