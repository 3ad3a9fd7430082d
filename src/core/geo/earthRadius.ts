/** Radius of the sphere on which every distance and area is taken, metres (the mean radius; Turf's). */
export const EARTH_RADIUS = 6371008.8

export const RADIANS_PER_DEGREE = Math.PI / 180
