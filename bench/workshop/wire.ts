import type { IncomingMessage } from 'node:http'
import { Agent, request } from 'node:http'
import { gunzipSync } from 'node:zlib'

export interface Answer {
  status: number
  location: string
  text: string
}

/** What a browser has of one site: cookies, and a few connections that it keeps. */
export class Browser {
  private cookie: string
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 6 })
  /** Where the site is reached; may change, as when the phone enters another network. */
  origin: string

  constructor(origin: string, cookie = '') {
    this.origin = origin
    this.cookie = cookie
  }

  /** @throws Error when the server was not reached, or the connection broke before the whole answer came. */
  async ask(path: string, form?: Record<string, string>): Promise<Answer> {
    const answer = await this.open(path, form)
    const parts: Buffer[] = []
    for await (const part of answer) parts.push(part as Buffer)
    const body = Buffer.concat(parts)
    const text = (answer.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body).toString()
    return { status: answer.statusCode ?? 0, location: answer.headers.location ?? '', text }
  }

  /** The answer as it begins. */
  open(path: string, form?: Record<string, string>): Promise<IncomingMessage> {
    const body = form && new URLSearchParams(form).toString()
    return new Promise((resolve, reject) => {
      const asked = request(
        this.origin + path,
        {
          agent: this.agent,
          method: body === undefined ? 'GET' : 'POST',
          headers: {
            Cookie: this.cookie,
            'Accept-Encoding': 'gzip',
            ...(body !== undefined && {
              Origin: this.origin,
              'Content-Type': 'application/x-www-form-urlencoded',
              'Content-Length': Buffer.byteLength(body),
            }),
          },
        },
        (answer) => {
          const given = (answer.headers['set-cookie'] ?? []).map((line) => line.split(';')[0])
          if (given.length > 0) this.cookie = given.join('; ')
          resolve(answer)
        },
      )
      // A connection that was kept open may have been closed a moment ago; browsers ask again on a new one, too.
      const again = () => this.open(path, form).then(resolve, reject)
      asked.on('error', (error: NodeJS.ErrnoException) =>
        asked.reusedSocket && error.code === 'ECONNRESET' ? again() : reject(error),
      )
      asked.end(body)
    })
  }

  close(): void {
    this.agent.destroy()
  }
}
