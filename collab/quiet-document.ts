import * as Y from 'yjs'

/**
 * A document that changes only by what its people write (SPEC [S7]). Yjs tidies up redundant formatting in what it
 * reads, as a change of the reader's own: a server would hold a document that is in no log, a writer would not hear
 * of it, and somebody who may only read would be seen writing.
 */
export function quietDocument(options?: ConstructorParameters<typeof Y.Doc>[0]): Y.Doc {
  const doc = new Y.Doc(options)
  doc.on('afterTransaction', (transaction: Y.Transaction) => {
    transaction._needFormattingCleanup = false
  })
  return doc
}
