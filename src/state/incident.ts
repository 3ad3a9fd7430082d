import { create } from 'zustand'
import type { FeatureRef } from './selection'

interface IncidentState {
  /** What the response desk is dealing with: it stays while resources are looked at. */
  readonly incident: FeatureRef | null
  /** Key of the one that the map has been brought to together with what is near it. */
  readonly framed: string | null
}

export const useIncident = create<IncidentState>(() => ({ incident: null, framed: null }))
export const dealWith = (incident: FeatureRef): void => useIncident.setState({ incident })

const keyOf = ({ feed, id }: Pick<FeatureRef, 'feed' | 'id'>): string => `${feed}\n${id}`

/** The map shows what belongs to this feature: it need not be brought there. */
export const markFramed = (ref: Pick<FeatureRef, 'feed' | 'id'>): void => useIncident.setState({ framed: keyOf(ref) })

/** It is what is being dealt with, and the map has not been brought to it. */
export function wantsFrame(ref: Pick<FeatureRef, 'feed' | 'id'>): boolean {
  const { incident, framed } = useIncident.getState()
  return incident !== null && keyOf(incident) === keyOf(ref) && framed !== keyOf(ref)
}

/** The map is to be brought to the incident again. */
export const unframe = (): void => useIncident.setState({ framed: null })
