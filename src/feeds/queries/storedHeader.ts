/** Header the service worker sets on an answer it took from its store, because the server could not be reached. */
export const STORED_HEADER = 'x-one-map-stored'
