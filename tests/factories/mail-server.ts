import type { Socket } from 'node:net'
import { createServer } from 'node:net'
import { onTestFinished } from 'vitest'

export interface FakeMailServer {
  url: string
  /** Mails that were taken, as they came. */
  taken: string[]
  /** What the server does at the end of the next mails. */
  answer: 'take' | 'later' | 'never' | 'hang-up'
}

/** A mail server of a few lines that takes, refuses, or dies, as a test asks. */
export async function fakeMailServer(): Promise<FakeMailServer> {
  const state: FakeMailServer = { url: '', taken: [], answer: 'take' }
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => undefined)
    serve(socket, state)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  state.url = `smtp://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return state
}

function serve(socket: Socket, state: FakeMailServer): void {
  let [data, buffer] = [false, '']
  socket.write('220 test\r\n')
  socket.on('data', (chunk) => {
    buffer += chunk.toString('utf8')
    for (;;) {
      const end = data ? buffer.indexOf('\r\n.\r\n') : buffer.indexOf('\r\n')
      if (end < 0) return
      const line = buffer.slice(0, end)
      buffer = buffer.slice(end + (data ? 5 : 2))
      if (data) {
        data = false
        if (state.answer === 'hang-up') return socket.destroy()
        if (state.answer === 'take') state.taken.push(line)
        const answers = { take: '250 ok', later: '451 later', never: '550 no user ada@example.org' }
        socket.write(`${answers[state.answer]}\r\n`)
      } else if (/^DATA/i.test(line)) {
        data = true
        socket.write('354 go on\r\n')
      } else {
        socket.write(/^QUIT/i.test(line) ? '221 bye\r\n' : '250 ok\r\n')
      }
    }
  })
}
