/** Words on and around the map. */
export const map = {
  north: '北',
}
