import type { IncomingMessage } from 'node:http'
import type { Answer } from './wire.ts'
import { Browser } from './wire.ts'

/** The page of a room as a program asks for it: the data that the browser's script asks for. */
export interface RoomData {
  door: { id: string }
  room: {
    id: string
    present: number
    broadcast: string | null
    phase: { position: number; kind: string } | null
    wordings: { threadId: string; list: Wording[] } | null
    ballot: { id: string; state: string } | null
    topics: string[]
  }
}

export interface Wording {
  n: number
  text: string
  seen: string
  reaction: string | null
  reasons: { for: { text: string }[]; more: number }
}

/** What an open page waits for after it was told of something, before it asks again. Milliseconds. */
const settleMs = 300
const mostSettleMs = 1_500
/** How long a form that did not arrive waits, about. Milliseconds. */
const sendAgainMs = 1_500
/** What the page of a room does not ask for (app/features/workshops/use-room.ts). */
const quiet = /workshop\.joined|workshop\.left|workshop\.guest-renamed|candidate\.reacted/

/** One phone: does over the wire what the page of a room does in a browser. */
export class Person extends Browser {
  private stream: IncomingMessage | null = null
  private listening = false
  private topics: readonly string[] = []
  private retryMs = 1_500
  private settling: ReturnType<typeof setTimeout> | undefined
  private settlesUntil: number | null = null
  private looking = false
  private again = false
  private waiting: { holds: (data: RoomData) => boolean; done: () => void }[] = []
  private readonly code: string

  constructor(origin: string, code = '', cookie = '') {
    super(origin, cookie)
    this.code = code
  }

  /** Sends a form whose answer leads elsewhere. */
  async post(path: string, form: Record<string, string>): Promise<Answer> {
    const answer = await this.ask(path, form)
    if (answer.status >= 400 || answer.status === 200) {
      throw new Error(`${path} answered ${answer.status} to ${form.intent ?? 'a form'}: ${answer.text.slice(0, 300)}`)
    }
    return answer
  }

  async text(path: string): Promise<string> {
    const { status, text } = await this.ask(path)
    if (status !== 200) throw new Error(`${path} answered ${status}`)
    return text
  }

  join(name: string): Promise<Answer> {
    return this.post(`/w/${this.code}`, { intent: 'join', name })
  }

  /**
   * Sends a form of the room, again until it arrives, under one name (app/features/workshops/ask-room.ts).
   *
   * @returns how many times it was sent.
   */
  async send(form: Record<string, string>): Promise<number> {
    const once = crypto.randomUUID()
    for (let tries = 1; ; tries += 1) {
      // As the page's script sends it: the answer is data, not a page.
      const to = `/w/${this.code}?_data=${encodeURIComponent('routes/w.$code')}`
      const answer = await this.ask(to, { ...form, once }).catch(() => null)
      if (answer && answer.status >= 400) throw new Error(`the room answered ${answer.status} to ${form.intent}`)
      if (answer) return tries
      await pause(sendAgainMs * (0.7 + 0.6 * Math.random()))
    }
  }

  async look(): Promise<RoomData> {
    const data: RoomData = JSON.parse(await this.text(`/w/${this.code}.json`))
    this.waiting = this.waiting.filter(({ holds, done }) => {
      const met = holds(data)
      if (met) done()
      return !met
    })
    return data
  }

  /** Resolves when a look at the page, now or once it was told of a change, shows what is waited for. */
  sees(holds: (data: RoomData) => boolean): Promise<void> {
    return new Promise((done) => this.waiting.push({ holds, done }))
  }

  /** Listens as an open page does, and comes back by itself. @returns once the server answered. */
  async listen(topics: readonly string[]): Promise<void> {
    this.topics = topics
    this.listening = true
    await this.hear()
  }

  private async hear(): Promise<void> {
    const query = new URLSearchParams(this.topics.map((topic) => ['topic', topic]))
    const stream = await this.open(`/live?${query}`)
    if (stream.statusCode !== 200) throw new Error(`/live answered ${stream.statusCode}`)
    this.stream = stream
    stream.setEncoding('utf8')
    stream.on('data', (text: string) => {
      const retry = /^retry: (\d+)$/m.exec(text)?.[1]
      if (retry) this.retryMs = Number(retry)
      const told = text.split('\n').filter((line) => line.startsWith('data:') && line.length > 6)
      if (told.some((line) => !quiet.test(line))) this.settle()
    })
    stream.on('error', () => undefined)
    stream.on('close', () => void this.comeBack())
  }

  private async comeBack(): Promise<void> {
    this.stream = null
    while (this.listening && !this.stream) {
      await pause(this.retryMs)
      if (!this.listening) return
      const heard = await this.hear().then(
        () => true,
        () => false,
      )
      if (heard) this.settle()
    }
  }

  private settle(): void {
    clearTimeout(this.settling)
    this.settlesUntil ??= performance.now() + mostSettleMs
    const wait = Math.max(0, Math.min(settleMs, this.settlesUntil - performance.now()))
    this.settling = setTimeout(() => {
      this.settlesUntil = null
      void this.lookOnce()
    }, wait)
  }

  /** One look at a time: what is told meanwhile looks once more. */
  private async lookOnce(): Promise<void> {
    this.again = this.looking
    if (this.looking) return
    this.looking = true
    await this.look().catch(() => undefined)
    this.looking = false
    if (this.again && this.listening) void this.lookOnce()
  }

  leave(): void {
    this.listening = false
    clearTimeout(this.settling)
    this.stream?.destroy()
    this.close()
  }
}

export function pause(ms: number): Promise<void> {
  return ms > 0 ? new Promise((resolve) => setTimeout(resolve, ms)) : Promise.resolve()
}
