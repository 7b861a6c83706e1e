/** What the parts of a framed document are called beside those of the page around it. */
const NAMES: Readonly<Record<string, string>> = {
  header: 'Head of the document',
  main: 'The document',
  footer: 'Foot of the document',
}

/** Names the landmarks of a framed document, so that they are told apart from those of the page around it. */
export function nameLandmarks(framed: Document): void {
  for (const [tag, name] of Object.entries(NAMES)) {
    for (const element of framed.querySelectorAll(`body > ${tag}`)) element.setAttribute('aria-label', name)
  }
}
