import { packageFiles } from '@/lib/briefings/data/package-files'
import { zipOf } from '@/lib/briefings/data/zip'
import type { Renderer } from './rendering'

/** A briefing's data as a Frictionless data package: tables, evidence, figures and text, with all that is needed to make them again. */
export const renderPackage: Renderer = async (rendering, options) => {
  const { files } = packageFiles(rendering, undefined, options)
  options?.signal?.throwIfAborted()
  const bytes = zipOf(files)
  options?.onProgress?.(1)
  return bytes
}
