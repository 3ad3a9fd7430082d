import { LIVE_REASONS } from './liveReasons'
import { frameText, type OpenTransport, socketUrl } from './transport'

/** A WebSocket of text frames, or binary frames of UTF-8. */
export const openWebSocket: OpenTransport = ({ url }, events) => {
  if (url === null) {
    events.closed(LIVE_REASONS.noUrl())
    return { close() {} }
  }
  // Throws where the page may not open it (ws: on an https page); the channel says so.
  const socket = new WebSocket(socketUrl(url))
  socket.binaryType = 'arraybuffer'
  let opened = false
  socket.onopen = () => {
    opened = true
    events.opened()
  }
  socket.onmessage = ({ data }: MessageEvent<string | ArrayBuffer>) => {
    events.message(typeof data === 'string' ? data : frameText(new Uint8Array(data)))
  }
  // It says nothing; the close that follows does.
  socket.onerror = () => {}
  socket.onclose = ({ code, reason }) => {
    events.closed(
      opened ? LIVE_REASONS.ended(reason === '' ? String(code) : `${code} ${reason}`) : LIVE_REASONS.refused(url.host),
    )
  }
  return { close: () => socket.close() }
}
