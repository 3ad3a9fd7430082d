/** Where the alarm log of a city is kept so that acknowledgements and mutes outlive the page. */
export interface AlarmStore {
  /** What was written last under a key; undefined when nothing was, or the browser forbids its store. */
  read(key: string): Promise<unknown>
  /** A full or forbidden store is no error: the log then lives as long as the page. */
  write(key: string, value: unknown): Promise<void>
}
