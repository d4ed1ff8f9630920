/**
 * Why a socket was closed. Codes from 4400 to 4499 are final for the y-websocket client: it stops and says so.
 * After the others it comes back by itself.
 */
export const closeCodes = {
  signedOut: 4401,
  notAllowed: 4403,
  unknownRoom: 4404,
  /** The client's copy is of a document that was replaced; the reason is `generation <n>`, the one that stands now. */
  outdated: 4409,
  tooLarge: 4413,
  badUpdate: 4422,
  restarting: 1012,
  slow: 1013,
  overloaded: 4503,
  rateLimited: 4529,
} as const
