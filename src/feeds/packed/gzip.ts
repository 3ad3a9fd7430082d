/** Bytes packed as gzip (RFC 1952) by the platform, in a page, a worker or Node: the same bytes on one runtime. */
export async function gzip(bytes: Uint8Array): Promise<Uint8Array> {
  const packed = new Blob([bytes.slice()]).stream().pipeThrough(new CompressionStream('gzip'))
  return new Uint8Array(await new Response(packed).arrayBuffer())
}
