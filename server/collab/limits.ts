/** Every cap of the collaboration server. Sizes in bytes, times in milliseconds, rates per second. */
export const limits = {
  /** A frame larger than this never reaches us: `ws` closes the socket. */
  frameBytes: 8 * 1024 * 1024,
  liveUpdateBytes: 256 * 1024,
  firstSyncBytes: 4 * 1024 * 1024,
  documentBytes: 4 * 1024 * 1024,
  stateVectorBytes: 64 * 1024,
  awarenessBytes: 512 * 1024,
  awarenessStateBytes: 4 * 1024,
  structsPerUpdate: 200_000,
  deletesPerUpdate: 100_000,
  writersPerUpdate: 20_000,
  newClientsPerUpdate: 64,
  /** More characters of prose than `most`, or than this share of a draft of at least `ofDraft`, are much at once. */
  removal: { most: 20_000, share: 0.3, ofDraft: 5_000 },

  /** In which a socket must be known and its document loaded; nothing of it is read before. */
  admittanceDeadline: 10_000,
  /** Read of a socket that is sent away; a goodbye is far shorter. */
  goodbyeBytes: 64 * 1024,
  /** Until a socket that does not answer a goodbye is cut off. */
  goodbyeTime: 5_000,
  /** A message must be whole after this, and as much longer as `slowestLine` bytes a second need. */
  unfinishedMessage: 10_000,
  slowestLine: 16 * 1024,
  fragmentsPerMessage: 64,
  chunksPerMessage: 16 * 1024,

  socketsPerPersonAndDraft: 12,
  socketsPerPerson: 60,
  socketsPerAddress: 4_000,
  /** A hall full of people may come from one address at the same moment. */
  waitingSocketsPerAddress: 512,
  sockets: 10_000,

  /** In which changes are gathered for one commit. While one is written they gather, too. */
  commitDelay: 5,
  commitBytes: 256 * 1024,
  queuedBytes: 64 * 1024 * 1024,
  retryFirst: 100,
  retryLongest: 5_000,

  awarenessInterval: 50,
  keepAliveInterval: 15_000,
  pingInterval: 25_000,
  /** Between two looks at what rights hang on, also outside this process. */
  rightsInterval: 1_000,
  sweepInterval: 2_000,
  idleRoom: 30_000,
  touchInterval: 2_000,
  /** Between a change and the look at where anchored words stand now, and between two looks. */
  anchorInterval: 500,
  /** A look is followed by a rest of so many times its length. */
  anchorRest: 30,
  /** No rest is longer, so that a thread says soon enough that its words are gone. */
  anchorLongestRest: 5_000,
  /** Between two times that contexts alone are written. */
  anchorContexts: 10_000,
  compactAfter: 200,
  /** A document that is let go is compacted first if it has had this many changes since its last snapshot. */
  compactAtUnload: 20,
  /** One of this size is compacted for a single change, so that it can be sent before it is loaded. */
  largeDocument: 64 * 1024,
  compactionDeadline: 30_000,
  /** The worker that compacts goes when nothing came for it in this time. */
  compactorIdle: 60_000,
  /** More documents than this are not kept in memory when nobody has them open. */
  idleRooms: 200,
  snapshotsKept: 3,
  /** Closing is spread: clients come back without delay of their own, and all at once they would be a flood. */
  closeSpread: 5,
  closeSpan: 10_000,
  closeDeadline: 3_000,
  flushDeadline: 5_000,

  bufferResync: 1024 * 1024,
  bufferClose: 8 * 1024 * 1024,
  bufferPatience: 15_000,
  resyncs: { rate: 10 / 60, burst: 10 },
  /** Words of an editor that differed from its document. */
  reports: { rate: 1 / 60, burst: 5 },

  /** A person's sockets together may send this many times what one may. */
  personShare: 2,
  /** For which a budget is remembered after the last socket of its person has gone. */
  budgetMemory: 60_000,
  /** Questions for everybody's presence; more are not answered. */
  presenceQueries: { rate: 1, burst: 20 },
  /** Client ids of one person taken into use: one for each page opened and written in. */
  newClients: { rate: 0.2, burst: 200 },
  /** Awareness ids remembered for each person and room. */
  presenceIdsKept: 32,
} as const

/** So many at once at first, and `rate` per second after that. */
export interface Rate {
  rate: number
  burst: number
}

export interface SocketRates {
  frames: Rate
  bytes: Rate
  syncRequests: Rate
}

/** Frames and bytes per socket: `rate` per second, after a first `burst`. */
export const rates: SocketRates = {
  frames: { rate: 200, burst: 1_000 },
  bytes: { rate: 512 * 1024, burst: 10 * 1024 * 1024 },
  syncRequests: { rate: 0.5, burst: 20 },
}
