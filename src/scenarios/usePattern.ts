import { useMemo } from 'react'
import { useCity } from '#city/CityContext.ts'
import { useAnswer } from '#city/useAnswer.ts'
import { feedOfRole } from '#core/indicators/methods/parameters.ts'
import type { Expression } from '#core/model/compileExpression.ts'

export type Pattern = Readonly<Record<string, string | number | boolean>>

/** Feeds that cover, or that rows are held against, with what the rows ask of their features. */
export function useModels(): ReadonlyMap<string, readonly Expression[]> {
  const { catalog, methods } = useCity()
  return useMemo(() => {
    const byFeed = new Map<string, Expression[]>()
    for (const { id, footprint } of catalog.feeds) if (footprint) byFeed.set(id, [])
    for (const { metrics } of catalog.indicators) {
      for (const definition of Object.values(metrics)) {
        const parameters = methods[definition.method]?.parameters
        const feed = parameters && feedOfRole(parameters, definition, 'by')
        if (!feed) continue
        const wheres = byFeed.get(feed) ?? []
        byFeed.set(feed, wheres)
        if (Array.isArray(definition.byWhere)) wheres.push(definition.byWhere as unknown as Expression)
      }
    }
    return byFeed
  }, [catalog, methods])
}

/** The features of a feed that are a model for a new one: those that every row takes. */
export function modelRequest(models: ReadonlyMap<string, readonly Expression[]>, feed: string) {
  const wheres = models.get(feed) ?? []
  return { feed, where: wheres.length > 0 ? (['all', ...wheres] as unknown as Expression) : undefined }
}

/** What a new feature of a feed is like; null until it is known, or where there is no feed. */
export function usePattern(feed: string | null): Pattern | null {
  const models = useModels()
  const { answer } = useAnswer({
    feeds: feed === null ? NONE : [feed],
    key: ['pattern', feed],
    enabled: feed !== null,
    ask: (engine) => engine.pattern(modelRequest(models, feed ?? '')),
  })
  return feed === null ? null : (answer ?? null)
}

const NONE: readonly string[] = []
