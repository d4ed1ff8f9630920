import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { AppError } from './errors.ts'

/** A refusal for now, with the whole seconds until it is worth trying again. */
export class TooMany extends AppError {
  readonly retryAfter: number

  constructor(what: string, retryAfter: number) {
    const wait = retryAfter === 1 ? '1 second' : `${retryAfter} seconds`
    super('too-many', `${what} Wait ${wait}, then try again.`)
    this.retryAfter = retryAfter
  }
}

/** At most `points` in `seconds` for each key, counted in this process's memory. */
export class Limit {
  readonly #limiter: RateLimiterMemory
  readonly #what: string

  constructor({ points, seconds, what }: { points: number; seconds: number; what: string }) {
    this.#limiter = new RateLimiterMemory({ points, duration: seconds })
    this.#what = what
  }

  /** @throws TooMany when the key has used up its points. */
  async take(key: string): Promise<void> {
    try {
      await this.#limiter.consume(key)
    } catch (answer) {
      if (!(answer instanceof RateLimiterRes)) throw answer
      throw new TooMany(this.#what, Math.max(1, Math.ceil(answer.msBeforeNext / 1000)))
    }
  }

  /** The same without using up a point. @throws AppError `too-many`. */
  async check(key: string): Promise<void> {
    const used = await this.#limiter.get(key)
    if (!used || used.consumedPoints < this.#limiter.points) return
    throw new TooMany(this.#what, Math.max(1, Math.ceil(used.msBeforeNext / 1000)))
  }

  /** Gives one point back: what was done turned out to be harmless. */
  async giveBack(key: string): Promise<void> {
    await this.#limiter.reward(key)
  }

  async forget(key: string): Promise<void> {
    await this.#limiter.delete(key)
  }
}

/** The limits on getting in ([A7]). Addresses of one IPv6 household (/64) count as one. */
export function createEntryLimits() {
  return {
    account: new Limit({ points: 5, seconds: 60, what: 'There were several failed attempts for this e-mail.' }),
    address: new Limit({ points: 20, seconds: 60, what: 'There were many failed attempts from your network.' }),
    signUp: new Limit({ points: 20, seconds: 3600, what: 'Many accounts were made from your network.' }),
    linkAddress: new Limit({ points: 30, seconds: 3600, what: 'Many links were asked for from your network.' }),
    linkAccount: new Limit({ points: 3, seconds: 900, what: 'Several links were asked for with this e-mail.' }),
    linkUse: new Limit({ points: 60, seconds: 60, what: 'Many links were used from your network.' }),
    newEmail: new Limit({ points: 5, seconds: 3600, what: 'You asked for several mails about your address.' }),
    factor: new Limit({ points: 5, seconds: 60, what: 'There were several wrong codes.' }),
    demo: new Limit({ points: 240, seconds: 60, what: 'Many people signed in from your network.' }),
    // One network may be a whole hall, so only wrong codes count.
    code: new Limit({ points: 30, seconds: 60, what: 'Many wrong codes came from your network.' }),
    codes: new Limit({ points: 600, seconds: 60, what: 'Many wrong codes were tried.' }),
    password: new Limit({ points: 5, seconds: 60, what: 'There were several attempts with a wrong password.' }),
  }
}

export type EntryLimits = ReturnType<typeof createEntryLimits>

/** The part of an address that one household or office shares: all of IPv4, the first 64 bits of IPv6. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
  if (!plain.includes(':')) return plain
  const [head = '', tail] = plain.split('::')
  const front = head === '' ? [] : head.split(':')
  if (tail === undefined) return front.slice(0, 4).join(':')
  const back = tail === '' ? [] : tail.split(':')
  const zeros = Array.from({ length: Math.max(0, 8 - front.length - back.length) }, () => '0')
  return [...front, ...zeros, ...back].slice(0, 4).join(':')
}
