import { sizeWords } from '@/components/briefings/briefing-words'
import { HashText } from '@/components/briefings/hash-text'
import { FORMATS } from '@/lib/briefings/render/formats'
import type { BriefingFileView } from '@/lib/briefings/views'

interface PublishedFilesProps {
  files: readonly BriefingFileView[]
  /** Address of a file. */
  hrefOf: (file: BriefingFileView) => string
}

/** The files of a published briefing, as they were made when it was published, each with its size and its hash. */
export function PublishedFiles({ files, hrefOf }: PublishedFilesProps) {
  return (
    <ul aria-label="Files" className="text-sm">
      {files.map((file) => (
        <li key={file.format} className="border-b px-4 py-2 last:border-b-0">
          <p className="flex flex-wrap items-baseline justify-between gap-x-3">
            <a href={hrefOf(file)} download={file.name} className="link inline-block min-h-6 min-w-6 font-medium">
              {FORMATS[file.format].name}
            </a>
            <span className="text-xs text-muted tabular-nums">{sizeWords(file.size)}</span>
          </p>
          <details className="text-xs text-muted">
            <summary className="min-h-6">SHA-256</summary>
            <HashText hash={file.sha256} />
          </details>
        </li>
      ))}
    </ul>
  )
}
