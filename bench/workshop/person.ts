/** The page of a room as a program asks for it: the data that the browser's script asks for. */
export interface RoomData {
  door: { id: string }
  room: {
    id: string
    present: number
    phase: { position: number; kind: string } | null
    wordings: { threadId: string; list: unknown[] } | null
    topics: string[]
  } | null
}

/** What an open page waits for after it was told of something, before it asks again. Milliseconds. */
const settleMs = 300

/** One visitor with cookies of its own, who does over the wire what a browser's page does. */
export class Person {
  private cookie = ''
  private stream: AbortController | null = null
  private settling: ReturnType<typeof setTimeout> | undefined
  private waiting: { holds: (data: RoomData) => boolean; done: () => void }[] = []
  private readonly origin: string
  private readonly code: string
  /** Added to each request, for the way there and back. Milliseconds. */
  latency = 0

  constructor(origin: string, code = '') {
    this.origin = origin
    this.code = code
  }

  /** Sends a form; the answer is not followed. */
  async post(path: string, form: Record<string, string>): Promise<Response> {
    await pause(this.latency)
    const answer = await fetch(this.origin + path, {
      method: 'POST',
      headers: { Cookie: this.cookie, Origin: this.origin },
      body: new URLSearchParams(form),
      redirect: 'manual',
    })
    const given = answer.headers.getSetCookie().map((line) => line.split(';')[0])
    if (given.length > 0) this.cookie = given.join('; ')
    await answer.arrayBuffer()
    if (answer.status >= 400) throw new Error(`${path} answered ${answer.status} to ${form.intent ?? 'a form'}`)
    if (answer.status === 200) throw new Error(`${path} refused ${form.intent ?? 'a form'}`)
    return answer
  }

  async text(path: string): Promise<string> {
    await pause(this.latency)
    const answer = await fetch(this.origin + path, { headers: { Cookie: this.cookie } })
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`)
    return answer.text()
  }

  async look(): Promise<RoomData> {
    const route = encodeURIComponent('routes/w.$code')
    const data: RoomData = JSON.parse(await this.text(`/w/${this.code}?_data=${route}`))
    this.waiting = this.waiting.filter(({ holds, done }) => {
      const met = holds(data)
      if (met) done()
      return !met
    })
    return data
  }

  join(name: string): Promise<Response> {
    return this.post(`/w/${this.code}`, { intent: 'join', name })
  }

  /** Resolves when a look at the page, now or once it was told of a change, shows what is waited for. */
  sees(holds: (data: RoomData) => boolean): Promise<void> {
    return new Promise((done) => this.waiting.push({ holds, done }))
  }

  /** Listens as an open page does, until the connection is dropped. @returns once the server answered. */
  async listen(topics: readonly string[]): Promise<void> {
    this.stream = new AbortController()
    await pause(this.latency)
    const query = new URLSearchParams(topics.map((topic) => ['topic', topic]))
    const answer = await fetch(`${this.origin}/live?${query}`, {
      headers: { Cookie: this.cookie },
      signal: this.stream.signal,
    })
    if (!answer.ok || !answer.body) throw new Error(`/live answered ${answer.status}`)
    void this.hear(answer.body)
  }

  private async hear(body: ReadableStream<Uint8Array>): Promise<void> {
    const decoder = new TextDecoder()
    try {
      const reader = body.getReader()
      for (let part = await reader.read(); !part.done; part = await reader.read()) {
        if (!decoder.decode(part.value, { stream: true }).includes('data:')) continue
        clearTimeout(this.settling)
        this.settling = setTimeout(() => void this.look().catch(() => undefined), settleMs)
      }
    } catch {
      // The connection was dropped on purpose.
    }
  }

  drop(): void {
    clearTimeout(this.settling)
    this.stream?.abort()
  }
}

export function pause(ms: number): Promise<void> {
  return ms > 0 ? new Promise((resolve) => setTimeout(resolve, ms)) : Promise.resolve()
}
