import type { WebsocketProvider } from 'y-websocket'

/** Sends one message of ours. @returns false where there is no connection, and nothing was sent. */
export function sendMessage({ ws }: WebsocketProvider, message: Uint8Array): boolean {
  if (ws?.readyState !== WebSocket.OPEN) return false
  ws.send(message)
  return true
}
