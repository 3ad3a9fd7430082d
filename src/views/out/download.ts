import type { World } from '#core/model/world.ts'

/** Hands a file to the browser. */
export function downloadBlob(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  // Titles of people: what a file system would take for a folder or refuses is no part of a name.
  link.download = name.replace(/[\\/:*?"<>|\p{Cc}]/gu, '_')
  link.click()
  // The browser has taken the address by the end of the click's task.
  setTimeout(() => URL.revokeObjectURL(url), 0)
}

/** Hands a text to the browser as a file. */
export function downloadText(name: string, text: string, type: string): void {
  downloadBlob(name, new Blob([text], { type }))
}

/** The beginning of a file's name: of what was, or is only planned, the name says so. */
export const fileStem = (what: string, { kind }: World): string => (kind === 'now' ? what : `${what}.${kind}`)
