/** The catalog's name for what a GeoJSON `crs` member names; the name itself where the catalog has none. */
export function crsOfMember(name: string): string {
  if (/crs:?84$/i.test(name)) return 'wgs84'
  const code = /epsg[:/]+(?:[\d.]*[:/]+)?(\d+)$/i.exec(name)?.[1]
  if (code !== undefined) return `EPSG:${code}`
  const plain = name.toLowerCase().replace(/[^a-z0-9]/g, '')
  return ['wgs84', 'cgcs2000', 'gcj02', 'bd09'].includes(plain) ? plain : name
}
