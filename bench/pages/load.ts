import { connect } from 'node:net'

export interface Load {
  requests: number
  perSecond: number
  /** Milliseconds. */
  p50: number
  p99: number
  /** Of one whole answer, head and body. */
  bytes: number
}

/**
 * Asks for one address over and over on keep-alive connections, each with one request under way.
 *
 * @param headers lines after the host, without line ends.
 */
export async function load(url: string, headers: string[], connections: number, seconds: number): Promise<Load> {
  const { hostname, port, pathname } = new URL(url)
  const request = [`GET ${pathname} HTTP/1.1`, `Host: ${hostname}:${port}`, ...headers, '', ''].join('\r\n')
  const times: number[] = []
  let bytes = 0
  const end = performance.now() + seconds * 1000
  await Promise.all(
    Array.from(
      { length: connections },
      () =>
        new Promise<void>((resolve, reject) => {
          const socket = connect(Number(port), hostname)
          let head = ''
          let rest = -1
          let whole = 0
          let began = 0
          const ask = () => {
            head = ''
            rest = -1
            whole = 0
            began = performance.now()
            socket.write(request)
          }
          const done = () => {
            times.push(performance.now() - began)
            bytes = whole
            if (performance.now() < end) ask()
            else socket.end(resolve)
          }
          socket.on('connect', ask)
          socket.on('error', reject)
          socket.on('data', (chunk) => {
            whole += chunk.length
            if (rest < 0) {
              head += chunk.toString('latin1')
              const at = head.indexOf('\r\n\r\n')
              if (at < 0) return
              const [, length = '0'] = /\r\ncontent-length: (\d+)/i.exec(head) ?? []
              if (!/^HTTP\/1\.1 (?:200|304) /.test(head)) return reject(new Error(head.slice(0, 60)))
              rest = Number(length) - (head.length - at - 4)
            } else rest -= chunk.length
            if (rest === 0) done()
          })
        }),
    ),
  )
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  return { requests: times.length, perSecond: times.length / seconds, p50: at(0.5), p99: at(0.99), bytes }
}
