import * as encoding from 'lib0/encoding'
import type { WebsocketProvider } from 'y-websocket'

/** Sends one frame of ours; nothing while there is no connection. */
export function sendFrame({ ws }: WebsocketProvider, write: (encoder: encoding.Encoder) => void): void {
  if (ws?.readyState !== WebSocket.OPEN) return
  const encoder = encoding.createEncoder()
  write(encoder)
  ws.send(encoding.toUint8Array(encoder))
}
