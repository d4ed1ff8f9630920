// The floors of the benchmark: relays without documents and without a disk, on the same library as the server.
// wsfloor writes every message to every receiver at once; wsbatch frames a message once and makes one write for each
// receiver per turn of the event loop, which is the practical limit of this runtime.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { WebSocketServer } from 'ws'

const [kind, port, stateFile] = process.argv.slice(2)
/** What a newcomer is answered: the state of the document as a reply frame. */
const state = stateFile ? readFileSync(stateFile) : Buffer.from([0, 1, 2, 0, 0])
const rooms = new Map()
const wss = new WebSocketServer({ noServer: true, clientTracking: false, maxPayload: 100 * 1024 * 1024 })
const http = createServer((_request, response) => response.end('ok'))

http.on('upgrade', (request, socket, head) => {
  wss.handleUpgrade(request, socket, head, (ws) => {
    const name = request.url.split('?')[0]
    const room = rooms.get(name) ?? { members: new Set(), turn: [], scheduled: false }
    rooms.set(name, room)
    room.members.add(ws)
    ws.on('error', () => undefined)
    ws.on('close', () => {
      room.members.delete(ws)
      if (room.members.size === 0) rooms.delete(name)
    })
    ws.on('message', (data) => {
      if (data[0] === 0 && data[1] === 0) ws.send(state)
      else if (kind === 'wsbatch') later(room, ws, data)
      else for (const member of room.members) if (member !== ws && member.readyState === 1) member.send(data)
    })
  })
})
http.listen(Number(port), '127.0.0.1')

function later(room, from, data) {
  room.turn.push({ from, frame: framed(data) })
  if (room.scheduled) return
  room.scheduled = true
  setImmediate(() => {
    const { turn } = room
    room.turn = []
    room.scheduled = false
    const whole = turn.length === 1 ? turn[0].frame : Buffer.concat(turn.map(({ frame }) => frame))
    const senders = new Set(turn.map(({ from: sender }) => sender))
    for (const member of room.members) {
      if (member.readyState !== 1) continue
      if (!senders.has(member)) member._socket.write(whole)
      else {
        const others = turn.filter(({ from: sender }) => sender !== member).map(({ frame }) => frame)
        if (others.length > 0) member._socket.write(Buffer.concat(others))
      }
    }
  })
}

function framed(data) {
  const { length } = data
  const header = length < 126 ? 2 : length < 65_536 ? 4 : 10
  const frame = Buffer.allocUnsafe(header + length)
  frame[0] = 0x82
  if (header === 2) frame[1] = length
  else if (header === 4) {
    frame[1] = 126
    frame.writeUInt16BE(length, 2)
  } else {
    frame[1] = 127
    frame.writeUInt16BE(0, 2)
    frame.writeUIntBE(length, 4, 6)
  }
  data.copy(frame, header)
  return frame
}
