const DAY_MS = 86_400_000

/** The present instant. The one place where the product asks what time it is. */
export function now(): Date {
  return new Date()
}

/** Today as an integer UTC calendar day since 1970-01-01. */
export function todayUtc(): number {
  return dayOfInstant(now())
}

/** The UTC calendar day that an instant falls on. */
export function dayOfInstant(instant: Date): number {
  return Math.floor(instant.getTime() / DAY_MS)
}
