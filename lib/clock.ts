const DAY_MS = 86_400_000

/** Today as an integer UTC calendar day since 1970-01-01. The one place where the product asks what day it is. */
export function todayUtc(): number {
  return Math.floor(Date.now() / DAY_MS)
}
