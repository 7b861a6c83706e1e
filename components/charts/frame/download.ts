/** Saves a blob under a name, as a click on a link with `download` does. */
export function saveBlob(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  // The browser reads the address after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

const SCALE = 2

/**
 * An SVG as PNG at twice its size.
 * @throws Error when the browser cannot draw it.
 */
export async function pngOf(svg: { markup: string; width: number; height: number }): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([svg.markup], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = url
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = Math.ceil(svg.width * SCALE)
    canvas.height = Math.ceil(svg.height * SCALE)
    const context = canvas.getContext('2d')
    if (!context) throw new Error('This browser draws no pictures')
    context.drawImage(image, 0, 0, canvas.width, canvas.height)
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
    if (!blob) throw new Error('The picture is too large for this browser')
    return blob
  } finally {
    URL.revokeObjectURL(url)
  }
}
