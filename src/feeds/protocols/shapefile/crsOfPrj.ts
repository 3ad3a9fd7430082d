/** Systems that Chinese data come in, by the names ESRI's well-known text has for them. */
const ZONES: readonly (readonly [pattern: RegExp, first: number, step: number, code: number])[] = [
  [/^CGCS2000_3_Degree_GK_Zone_(\d+)$/i, 25, 1, 4513],
  [/^CGCS2000_3_Degree_GK_CM_(\d+)E$/i, 75, 3, 4534],
  [/^CGCS2000_GK_Zone_(\d+)$/i, 13, 1, 4491],
  [/^CGCS2000_GK_CM_(\d+)E$/i, 75, 6, 4502],
  [/^WGS_1984_UTM_Zone_(\d+)N$/i, 1, 1, 32601],
]

/** The name of the system that a .prj file tells: `EPSG:n` where it is known, else as it is written; null where it tells none. */
export function crsOfPrj(text: string): string | null {
  const code = /AUTHORITY\s*\[\s*"EPSG"\s*,\s*"?(\d+)"?\s*\]\s*\]\s*$/i.exec(text.trim())?.[1]
  if (code) return `EPSG:${code}`
  const projected = /^\s*PROJCS\s*\[\s*"([^"]*)"/i.exec(text)?.[1]
  if (projected !== undefined) {
    for (const [pattern, first, step, start] of ZONES) {
      const number = pattern.exec(projected.replaceAll(' ', '_'))?.[1]
      if (number !== undefined) return `EPSG:${start + (Number(number) - first) / step}`
    }
    return /Web_Mercator/i.test(projected.replaceAll(' ', '_')) ? 'EPSG:3857' : projected
  }
  const geographic = /^\s*GEOGCS\s*\[\s*"([^"]*)"/i.exec(text)?.[1]
  if (geographic === undefined) return null
  if (/WGS[_ ]?(?:19)?84/i.test(geographic)) return 'EPSG:4326'
  return /CGCS[_ ]?2000|China_Geodetic_Coordinate_System_2000/i.test(geographic) ? 'EPSG:4490' : geographic
}
