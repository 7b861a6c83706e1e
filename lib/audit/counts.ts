/** How much of the record was looked at. */
export interface Counts {
  methods: number
  dyads: number
  incidents: number
  revisions: number
  checks: number
  annotations: number
  weeks: number
  seals: number
  briefings: number
}

export const noCounts = (): Counts => ({
  methods: 0,
  dyads: 0,
  incidents: 0,
  revisions: 0,
  checks: 0,
  annotations: 0,
  weeks: 0,
  seals: 0,
  briefings: 0,
})
