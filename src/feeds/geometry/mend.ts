/** What was set right on one feature. */
export type Mend = 'ringClosed' | 'thirdDropped' | 'windingSet' | 'repeatRemoved' | 'idNumbered'
