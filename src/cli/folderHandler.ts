import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { extname, join, normalize, resolve, sep } from 'node:path'
import { pipeline } from 'node:stream'
import { createGzip } from 'node:zlib'
import { contentSecurityPolicy } from './contentSecurityPolicy'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.geojson': 'application/geo+json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

const COMPRESSED = new Set(['.html', '.js', '.mjs', '.css', '.json', '.geojson', '.xml', '.svg', '.webmanifest'])

/**
 * Answers requests from a folder: GET and HEAD, a strict content security policy, gzip for text, long caching for files
 * with a hash in their name and revalidation for the rest. `connect` lists further origins the page may read from.
 */
export function folderHandler(folder: string, connect: readonly string[] = []): RequestListener {
  const root = resolve(folder)
  const policy = contentSecurityPolicy(connect)
  return (request, response) => {
    void answer(root, policy, request, response).catch(() => refuse(response, 500, 'Internal error'))
  }
}

async function answer(root: string, policy: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  response.setHeader('Content-Security-Policy', policy)
  response.setHeader('X-Content-Type-Options', 'nosniff')
  response.setHeader('Referrer-Policy', 'no-referrer')
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD')
    return refuse(response, 405, 'Method not allowed')
  }
  const path = pathOf(root, request.url ?? '/')
  const found = path && (await fileAt(path))
  if (!found) return refuse(response, 404, 'Not found')

  const extension = extname(found.path)
  const tag = `"${found.size.toString(36)}-${found.modified.toString(36)}"`
  response.setHeader('Content-Type', TYPES[extension] ?? 'application/octet-stream')
  response.setHeader('ETag', tag)
  response.setHeader(
    'Cache-Control',
    /[/\\]assets[/\\]/.test(found.path) ? 'public, max-age=31536000, immutable' : 'no-cache',
  )
  if (request.headers['if-none-match'] === tag) {
    response.writeHead(304).end()
    return
  }
  const zip = COMPRESSED.has(extension) && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')
  if (COMPRESSED.has(extension)) response.setHeader('Vary', 'Accept-Encoding')
  if (zip) response.setHeader('Content-Encoding', 'gzip')
  else response.setHeader('Content-Length', found.size)
  response.writeHead(200)
  if (request.method === 'HEAD') {
    response.end()
    return
  }
  const done = (): void => {
    if (!response.writableEnded) response.destroy()
  }
  if (zip) pipeline(createReadStream(found.path), createGzip({ level: 5 }), response, done)
  else pipeline(createReadStream(found.path), response, done)
}

/** The file a request names, or null when it is malformed or leaves the folder. */
function pathOf(root: string, url: string): string | null {
  try {
    const { pathname } = new URL(url, 'http://localhost')
    const path = normalize(join(root, decodeURIComponent(pathname)))
    return path === root || path.startsWith(root + sep) ? path : null
  } catch {
    return null
  }
}

async function fileAt(path: string): Promise<{ path: string; size: number; modified: number } | null> {
  try {
    const found = await stat(path)
    if (found.isDirectory()) return fileAt(join(path, 'index.html'))
    return { path, size: found.size, modified: Math.floor(found.mtimeMs) }
  } catch {
    return null
  }
}

function refuse(response: ServerResponse, status: number, text: string): void {
  if (response.headersSent) {
    response.destroy()
    return
  }
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${text}\n`)
}
