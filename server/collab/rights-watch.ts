import { listRightsGround } from '../../db/queries/rights-ground.ts'
import { isSwitchedOn } from '../../db/queries/site-texts.ts'
import type { Deps } from '../deps.ts'
import type { Credential } from '../viewer.ts'

/** Whose rights in what are watched, and by what they are known. */
export interface Watched {
  actorId: string
  draftId: string
  credential: Credential
}

/** Looks again and again at what rights hang on, and tells where it is no longer what it was. */
export class RightsWatch {
  private known = new WeakMap<object, string>()
  private looking = false
  /** Of the database, when it was looked at last. */
  private version = Number.NaN
  /** When the next session or token ends. Milliseconds since 1970, UTC. */
  private nextEnd = 0
  private readonly deps: Pick<Deps, 'store' | 'now'>

  constructor(deps: Pick<Deps, 'store' | 'now'>) {
    this.deps = deps
  }

  /**
   * A few queries for all of them, so that it can be done every second, and none at all while nobody has committed
   * anything; it also sees what another process or a person at the database changed (SPEC [W9]).
   *
   * @returns those whose rights may have changed since the last look; all who are looked at for the first time.
   */
  async look<T extends Watched & { connection: object }>(watched: readonly T[]): Promise<T[]> {
    if (this.looking || watched.length === 0) return []
    // Asked before the rows: what is committed meanwhile is seen the next time.
    const version = this.deps.store.version()
    const now = this.deps.now()
    const isSame = version === this.version && now < this.nextEnd
    if (isSame && watched.every(({ connection }) => this.known.has(connection))) return []
    this.looking = true
    try {
      const lines = await this.lines(watched, now)
      this.version = version
      return watched.filter(({ connection }, i) => {
        const line = lines[i] ?? ''
        const changed = this.known.get(connection) !== line
        if (changed) this.known.set(connection, line)
        return changed
      })
    } finally {
      this.looking = false
    }
  }

  /** Everything that the rights of these sockets hang on, as one line each: equal lines, equal rights. */
  private async lines(watched: readonly Watched[], now: number): Promise<string[]> {
    const pairs = watched.map(({ draftId, actorId }) => [draftId, actorId] as const)
    const hashes = watched.map(({ credential }) => credential.hash)
    const ground = await listRightsGround(this.deps.store.read, pairs, hashes)
    const readOnly = await isSwitchedOn(this.deps.store.read, 'read-only')
    const people = new Map(ground.people.map((person) => [person.id, JSON.stringify(person)]))
    const drafts = new Map(ground.drafts.map((draft) => [draft.id, JSON.stringify(draft)]))
    const roles = new Map(ground.roles.map(({ draftId, actorId, role }) => [`${draftId} ${actorId}`, role]))
    const valid = ground.proofs.filter(({ revokedAt, expiresAt }) => revokedAt === null && expiresAt > now)
    const hashesValid = new Set(valid.map(({ hash }) => hash))
    this.nextEnd = Math.min(Number.POSITIVE_INFINITY, ...valid.map(({ expiresAt }) => expiresAt))
    return watched.map(({ actorId, draftId, credential }) => {
      const role = roles.get(`${draftId} ${actorId}`) ?? ''
      const room = JSON.stringify(ground.room(draftId, actorId))
      return `${people.get(actorId)} ${drafts.get(draftId)} ${role} ${room} ${hashesValid.has(credential.hash)} ${readOnly}`
    })
  }
}
