/** Draws n sites without return, each the likelier the more of it is taken; fewer where fewer are. */
export function roundedSites(taken: Float64Array, n: number, random: () => number): number[] {
  const drawn: { readonly site: number; readonly key: number }[] = []
  for (let site = 0; site < taken.length; site++) {
    const much = taken[site]!
    // A site that is taken whole is all but sure.
    if (much > 1e-6) drawn.push({ site, key: (Math.log(1 - random()) * (1 + 1e-4 - much)) / much })
  }
  drawn.sort((a, b) => b.key - a.key || a.site - b.site)
  return drawn.slice(0, n).map(({ site }) => site)
}
