/**
 * The faults that stay: a page that has just changed its size or its view is measured again until it is at rest, for as
 * long as `timeout` milliseconds.
 */
export async function lasting(measure: () => Promise<readonly string[]>, timeout = 6_000): Promise<readonly string[]> {
  const until = Date.now() + timeout
  for (;;) {
    const faults = await measure()
    if (faults.length === 0 || Date.now() > until) return faults
    await new Promise((done) => setTimeout(done, 400))
  }
}
