/** The page of an incident. */
export const incidentPath = ({ dyadId, id }: { dyadId: string; id: string }): string =>
  `/incidents/${dyadId}/${encodeURIComponent(id)}`
