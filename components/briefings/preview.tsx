'use client'

import { FactsPopover, useHovered } from '@/components/briefings/facts-popover'
import { PagesView } from '@/components/briefings/pages/pages-view'
import { PreviewFrame } from '@/components/briefings/preview-frame'
import { PreviewSwitch } from '@/components/briefings/preview-switch'
import type { PlacedSentence } from '@/components/briefings/sentences'
import type { PreviewKind } from '@/components/briefings/use-preview-choice'
import { classes } from '@/components/ui/classes'
import type { Figures } from '@/lib/briefings/model/figures'
import type { DraftView } from '@/lib/briefings/views'

interface PreviewProps {
  draft: Pick<DraftView, 'id' | 'revision'>
  title: string
  /** The document as a page whose sentences can be chosen. */
  html: string
  /** By their keys. */
  sentences: ReadonlyMap<string, PlacedSentence>
  figures: Figures
  titles: Readonly<Record<string, string>>
  /** Key of the chosen sentence. */
  chosen: string | null
  shown: PreviewKind
  onShow: (kind: PreviewKind) => void
  onChoose: (key: string) => void
  onKey: (event: KeyboardEvent) => void
}

/** A draft as it is now: its text, whose sentences can be chosen, or the pages of its PDF. */
export function Preview(props: PreviewProps) {
  const { draft, title, html, sentences, figures, titles, chosen, shown, onShow, onChoose, onKey } = props
  const { hovered, hover, hold } = useHovered()
  const inPages = shown === 'pages'
  return (
    <section
      aria-label="Preview"
      className="grid min-w-0 grid-cols-[auto_minmax(0,1fr)] items-center gap-x-3 gap-y-2 print:block"
    >
      <div data-print="hide">
        <PreviewSwitch shown={shown} onChoose={onShow} />
      </div>
      {/* Beside the pages the text is there with its height, so that a sentence is found in it at once; and it is what prints. */}
      <div
        inert={inPages}
        className={classes(
          'relative order-last col-span-2 min-w-0',
          inPages && 'invisible h-0 overflow-hidden print:visible print:h-auto',
        )}
      >
        <PreviewFrame
          html={html}
          title={`Preview of “${title}”`}
          chosen={chosen}
          onChoose={onChoose}
          onHover={(key, place) => {
            const under = key === null ? undefined : sentences.get(key)
            hover(under ? { sentence: under.sentence, place } : null)
          }}
          onKey={onKey}
        />
        {hovered && hovered.sentence.key !== chosen && (
          <FactsPopover
            hovered={hovered}
            figures={figures}
            titles={titles}
            onEnter={hold}
            onLeave={() => hover(null)}
          />
        )}
      </div>
      {inPages && <PagesView draftId={draft.id} state={`${draft.revision} ${html}`} />}
    </section>
  )
}
