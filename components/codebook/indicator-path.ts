/** The one address of an indicator: `DIP+2` → `/codebook/DIP%2B2`. */
export const indicatorPath = (code: string): string => `/codebook/${encodeURIComponent(code)}`

/**
 * The code that a path segment means, however it was written: `DIP%2B2`, `dip+2`, `dip 2` (a plus that was decoded as in a
 * form) or with a true minus. Undefined when the segment cannot be decoded.
 */
export function codeFromSegment(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment)
      .trim()
      .toUpperCase()
      .replace(/[\s]/g, '+')
      .replace(/[\u2212\u2013]/g, '-')
  } catch {
    return undefined
  }
}
