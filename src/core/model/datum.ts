/** What the coordinates of a file that leaves refer to. */
export const DATUMS = ['wgs84', 'cgcs2000'] as const
export type Datum = (typeof DATUMS)[number]

/** Its name among people. */
export const datumName = (datum: Datum): string => datum.toUpperCase()

/**
 * What a GeoJSON file says of its datum, beside its features. RFC 7946 knows WGS84 alone and has no `crs`: a member of
 * another name states the datum, and a reader that does not know it is not misled, for the numbers are the same. WGS84
 * and CGCS2000 differ by less than what any feed here is surveyed to.
 */
export const datumMember = (datum: Datum) => ({
  name: datumName(datum),
  title: datum === 'cgcs2000' ? '2000国家大地坐标系' : '1984世界大地测量系统',
  coordinates: 'longitude, latitude in degrees',
  numbers: datum === 'cgcs2000' ? 'same as WGS84, no transformation applied' : 'same as CGCS2000',
})
