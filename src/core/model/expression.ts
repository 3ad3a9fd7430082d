/**
 * A MapLibre style-spec expression as it stands in JSON, evaluated with the style-spec library in the map, the worker
 * and the command line alike.
 */
export type Expression = readonly unknown[] | string | number | boolean | null
