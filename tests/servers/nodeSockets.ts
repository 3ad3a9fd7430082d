import { WebSocket } from 'ws'

/** Node before 22 has no WebSocket; there the one of `ws` stands in for the browser's. */
export function haveWebSocket(): void {
  if (!('WebSocket' in globalThis)) {
    Object.defineProperty(globalThis, 'WebSocket', { value: WebSocket, configurable: true, writable: true })
  }
}
