import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** Lower-case hex SHA-256 of bytes. Not by `crypto.subtle`, which plain http does not have. */
export const hashBytes = (bytes: Uint8Array): string => bytesToHex(sha256(bytes))

/** Lower-case hex SHA-256 of a text in UTF-8. */
export const hashText = (text: string): string => hashBytes(utf8ToBytes(text))
