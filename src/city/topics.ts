import { create } from 'zustand'

/** How often each topic of the engine has changed, such as its alarms: answers about it are asked for again. */
const useTopics = create<Readonly<Record<string, number>>>(() => ({}))

export const topicChanged = (topic: string): void =>
  useTopics.setState((known) => ({ [topic]: (known[topic] ?? 0) + 1 }))

/** Changes when any of the topics does. */
export const useTopicStamp = (topics: readonly string[]): string =>
  useTopics((known) => topics.map((topic) => known[topic] ?? 0).join(' '))
