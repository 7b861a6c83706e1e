/** Incidents by day, those of one day by id, so that what is told does not depend on the order they came in. */
export const inOrderOfTime = <Incident extends { id: string; startDay: number }>(
  incidents: readonly Incident[],
): Incident[] => incidents.toSorted((a, b) => a.startDay - b.startDay || (a.id < b.id ? -1 : Number(a.id > b.id)))
