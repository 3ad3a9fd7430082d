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
export const isFramed = (ref: Pick<FeatureRef, 'feed' | 'id'>): boolean => useIncident.getState().framed === keyOf(ref)
