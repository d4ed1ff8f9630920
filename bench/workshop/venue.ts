import type { AddressInfo, Socket } from 'node:net'
import { connect, createServer } from 'node:net'

/** How far away the server is, and what share of packets is lost. */
interface Distance {
  oneWayMs: number
  lossShare: number
}

const usual: Distance = { oneWayMs: 150, lossShare: 0.02 }
/** How long until a lost packet is sent again. Milliseconds. */
const resentMs = [200, 400] as const
/** Bytes of one packet on a usual network. */
const packet = 1_400

export interface Venue {
  origin: string
  /** The network is gone: every connection breaks, and none can be made until `back`. */
  out(): void
  back(): void
  close(): Promise<void>
}

/**
 * A hall between the phones and the server: 300 ms there and back, 2 % loss. This end of a connection cannot drop a
 * packet, so a lost one is a pause until it would have been sent again, behind which all that follows waits, as TCP
 * makes it wait.
 */
export async function openVenue(port: number, distance = usual): Promise<Venue> {
  const sockets = new Set<Socket>()
  let away = false
  const server = createServer({ noDelay: true }, (near) => {
    if (away) return near.destroy()
    const far = connect({ port, host: '127.0.0.1', noDelay: true })
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.on('error', () => socket.destroy())
      socket.on('close', () => sockets.delete(socket))
    }
    slowly(near, far, distance)
    slowly(far, near, distance)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port: own } = server.address() as AddressInfo
  const cut = () => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    origin: `http://127.0.0.1:${own}`,
    out() {
      away = true
      cut()
    },
    back() {
      away = false
    },
    close() {
      cut()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

/** Hands on what comes from one end, later and in its order. */
function slowly(from: Socket, to: Socket, { oneWayMs, lossShare }: Distance): void {
  const waiting: { due: number; work: () => void }[] = []
  const later = (work: () => void, lostMs = 0) => {
    const before = waiting.at(-1)?.due ?? 0
    waiting.push({ due: Math.max(before, performance.now() + oneWayMs) + lostMs, work })
    if (waiting.length === 1) setTimeout(arrive, waiting[0]!.due - performance.now())
  }
  function arrive() {
    const now = performance.now()
    while (waiting[0] && waiting[0].due <= now) waiting.shift()?.work()
    if (waiting[0]) setTimeout(arrive, Math.max(1, waiting[0].due - now))
  }
  from.on('data', (bytes) => {
    const packets = Math.ceil(bytes.length / packet)
    const arrives = (1 - lossShare) ** packets
    const lost = Math.random() < arrives ? 0 : resentMs[0] + (resentMs[1] - resentMs[0]) * Math.random()
    later(() => !to.destroyed && to.write(bytes), lost)
  })
  from.on('end', () => later(() => to.end()))
  from.on('close', () => later(() => to.destroy()))
}
