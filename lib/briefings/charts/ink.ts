/** Inks of the light theme, as `app/globals.css` has them: a document is read on white. */
export const INK = {
  ink: '#16181b',
  muted: '#565a61',
  faint: '#6a6e75',
  line: '#e3e3e0',
  lineStrong: '#85888d',
  hatch: '#b9bcc1',
  ground: '#ffffff',
  sunken: '#f5f5f3',
} as const

/** Size of the small type in charts, in pixels. */
export const SMALL = 11
