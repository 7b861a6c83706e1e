/** The control of a field by its name: of a row of radios the chosen one, or the first. */
function controlOf(form: HTMLElement, name: string): HTMLElement | null {
  const named = [...form.querySelectorAll<HTMLInputElement>(`[name="${CSS.escape(name)}"]`)]
  return named.find((control) => control.type === 'radio' && control.checked) ?? named[0] ?? null
}

/** Focuses a field, and unfolds what hides it. */
export function focusField(form: HTMLElement | null, name: string): void {
  const control = form && controlOf(form, name)
  if (!control) return
  const fold = control.closest('details')
  if (fold) fold.open = true
  control.focus()
}

/** The names in the order in which the form shows their fields; those without a field come last. */
export function inFormOrder(form: HTMLElement | null, names: string[]): string[] {
  const placed = names.map((name) => ({ name, control: form && controlOf(form, name) }))
  return placed
    .sort((a, b) => {
      if (!a.control || !b.control) return Number(!a.control) - Number(!b.control)
      return a.control.compareDocumentPosition(b.control) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1
    })
    .map(({ name }) => name)
}
