/** What is known of a week: sources attested as checked, incidents only, or nothing (SCORING.md 2.5, 2.6). */
export type Coverage = 'checked' | 'incidents' | 'not_checked'

/** The coverage of a week with that many incidents that count, and whether sources were attested as checked. */
export function coverageOf({ incidents, checked }: { incidents: number; checked: boolean }): Coverage {
  if (checked) return 'checked'
  return incidents > 0 ? 'incidents' : 'not_checked'
}
