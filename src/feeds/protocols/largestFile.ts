/** Bytes of the largest file that is read, unpacked: 256 MiB. A city's largest feeds have a tenth of it. */
export const LARGEST_FILE = 256 * 2 ** 20
