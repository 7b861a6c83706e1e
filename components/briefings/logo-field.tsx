'use client'

import { type ChangeEvent, useRef, useState } from 'react'
import { sizeWords } from '@/components/briefings/briefing-words'
import { Button } from '@/components/ui/button'
import { MOST_LOGO_BYTES } from '@/lib/briefings/schema'

interface LogoFieldProps {
  /** PNG in base64; null where there is none. */
  png: string | null
  error?: string[]
  onChange: (png: string | null) => void
}

/** A file's bytes in base64. */
async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  // In stretches: so many arguments at once are too many for the browser.
  let binary = ''
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return btoa(binary)
}

const SIGNATURE = 'iVBORw0KGgo'

/** Whether the browser can draw a file. What it carries beside its dots, and how many they may be, the desk judges. */
const isDrawable = (file: File): Promise<boolean> =>
  createImageBitmap(file).then(
    (picture) => {
      picture.close()
      return true
    },
    () => false,
  )

/** The logo that documents carry: a PNG of at most 200 kB, shown as it will stand. */
export function LogoField({ png, error, onChange }: LogoFieldProps) {
  const input = useRef<HTMLInputElement>(null)
  const [refused, setRefused] = useState('')
  const choose = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? []
    if (!file) return
    if (file.size > MOST_LOGO_BYTES)
      return setRefused(`The picture has ${sizeWords(file.size)}; at most ${sizeWords(MOST_LOGO_BYTES)} fit.`)
    const text = await base64Of(file)
    if (!text.startsWith(SIGNATURE)) return setRefused('That is not a PNG picture.')
    if (!(await isDrawable(file))) return setRefused('That picture’s file is damaged.')
    setRefused('')
    onChange(text)
  }
  const remove = () => {
    if (input.current) input.current.value = ''
    setRefused('')
    onChange(null)
  }
  const errors = [refused, ...(error ?? [])].filter((sentence) => sentence !== '')
  return (
    <div>
      <label htmlFor="logo" className="mb-1 block text-xs font-medium text-muted">
        Logo
      </label>
      {png !== null && (
        <div className="mb-2 flex flex-wrap items-center gap-3">
          {/* biome-ignore lint/performance/noImgElement: it is in the page already, there is nothing to load. */}
          <img
            src={`data:image/png;base64,${png}`}
            alt="The logo as it is now"
            className="max-h-12 max-w-60 border bg-white p-1"
          />
          <Button size="sm" onClick={remove}>
            Take it off
          </Button>
        </div>
      )}
      <input
        ref={input}
        id="logo"
        type="file"
        accept="image/png"
        onChange={choose}
        aria-describedby={errors.length > 0 ? 'logo-hint logo-error' : 'logo-hint'}
        aria-invalid={errors.length > 0 ? true : undefined}
        className="max-w-full text-sm file:mr-3 file:h-9 file:rounded file:border file:border-line-strong file:bg-raised file:px-3 file:text-sm file:text-ink"
      />
      <p id="logo-hint" className="mt-1 text-xs text-muted">
        A PNG of at most {sizeWords(MOST_LOGO_BYTES)}; it is printed at most 13 mm high.
      </p>
      {errors.length > 0 && (
        <p id="logo-error" role="alert" className="mt-1 text-xs font-medium text-danger">
          <span aria-hidden="true">⚠ </span>
          {errors.join(' ')}
        </p>
      )}
    </div>
  )
}
