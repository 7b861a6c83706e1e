/** A whole number from 1 on, as an address says it; undefined for anything else, so that an old link still opens. */
export function numberParam(value: string | string[] | undefined): number | undefined {
  const text = Array.isArray(value) ? value[0] : value
  return text !== undefined && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined
}
