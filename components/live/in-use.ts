/** A form whose answer is another page changes nothing: what is typed into it is in no danger. */
const asks = (form: Element): boolean => form.getAttribute('action')?.startsWith('/') ?? false

const WRITES = 'input, textarea, select, [contenteditable]'

/** Whether a form, or a field, still says something: one that was sent by a key is empty afterwards, or gone. */
const says = (place: Element): boolean =>
  [place, ...place.querySelectorAll(WRITES)].some((field) => Boolean(Reflect.get(field, 'value')))

/**
 * Keeps in mind what is being written on the page: whatever something was typed into or chosen in since it was last sent. `isInUse` is true
 * as well while a field has the focus or a dialog is open. `stop` ends it.
 */
export function watchWriting(): { isInUse: () => boolean; stop: () => void } {
  const written = new Set<Element>()
  const placeOf = (target: EventTarget | null): Element | null => {
    if (!(target instanceof Element) || !target.matches(WRITES) || target.matches('[data-search]')) return null
    const form = target.closest('form')
    return form === null || !asks(form) ? (form ?? target) : null
  }
  const hear = ({ type, target }: Event) => {
    if (type === 'submit') written.delete(target as Element)
    else {
      const place = placeOf(target)
      if (place) written.add(place)
    }
  }
  for (const type of ['input', 'change', 'submit']) document.addEventListener(type, hear)
  return {
    isInUse: () => {
      for (const place of written) if (!place.isConnected || !says(place)) written.delete(place)
      const isDialog = document.querySelector('[role="dialog"]') !== null
      return written.size > 0 || isDialog || placeOf(document.activeElement) !== null
    },
    stop: () => {
      for (const type of ['input', 'change', 'submit']) document.removeEventListener(type, hear)
    },
  }
}
