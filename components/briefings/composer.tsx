'use client'

import { useMemo, useState } from 'react'
import { ChecksList } from '@/components/briefings/checks-list'
import { ComposerBar } from '@/components/briefings/composer-bar'
import { ConflictNote } from '@/components/briefings/conflict-note'
import { DraftSettingsForm } from '@/components/briefings/draft-settings-form'
import { NothingChosen } from '@/components/briefings/nothing-chosen'
import { Preview } from '@/components/briefings/preview'
import { SectionOrder } from '@/components/briefings/section-order'
import { SentencePanel } from '@/components/briefings/sentence-panel'
import { type PlacedSentence, textOf } from '@/components/briefings/sentences'
import { useDraftWrites } from '@/components/briefings/use-draft-writes'
import { useKeptWords } from '@/components/briefings/use-kept-words'
import { usePreviewChoice } from '@/components/briefings/use-preview-choice'
import { useSentences } from '@/components/briefings/use-sentences'
import { Card } from '@/components/ui/card'
import { classes } from '@/components/ui/classes'
import { changeDraftAction, editSentenceAction, refreshDraftAction, takeBackEditAction } from '@/lib/briefings/actions'
import type { Figures } from '@/lib/briefings/model/figures'
import type { SectionKey } from '@/lib/briefings/model/terms'
import type { ExportFormat } from '@/lib/briefings/render/formats'
import type { DraftSettings } from '@/lib/briefings/schema'
import type { DraftRendering, DraftView, TemplateView } from '@/lib/briefings/views'

/** Under what the typed title is kept; no sentence is called so. */
const TITLE = 'title'

interface ComposerProps {
  login: string
  draft: DraftView
  /** Title as the document has it. */
  title: string
  /** The document as a page whose sentences can be chosen. */
  html: string
  sentences: readonly PlacedSentence[]
  /** Those that a sentence rests on. */
  figures: Figures
  /** Titles of incidents by their keys. */
  titles: Readonly<Record<string, string>>
  mismatches: DraftRendering['mismatches']
  lost: DraftRendering['lost']
  recordChanges: number | null
  /** The sections that it has, and all that its kind can have. */
  sections: readonly SectionKey[]
  possible: readonly SectionKey[]
  labels: Readonly<Record<SectionKey, string>>
  templates: readonly Pick<TemplateView, 'id' | 'name'>[]
  mayPublish: boolean
  /** Formats that it can leave in. */
  formats: readonly ExportFormat[]
}

/** A briefing in the making: what it is made by at the left, the page in the middle, the chosen sentence at the right. */
export function Composer(props: ComposerProps) {
  const { login, draft, sentences, figures, titles, mismatches, lost, recordChanges } = props
  const { words, keeps, keep, forget } = useKeptWords(`${login}:${draft.id}`)
  const writes = useDraftWrites(draft)
  const { write, latest, pending, failure } = writes
  const { shown, choose: show, putPagesAside } = usePreviewChoice()
  const { chosen, at, placed, editing, setEditing, choose, focusChosen, step, onKey } = useSentences(
    sentences,
    putPagesAside,
  )
  /** What the last save was of, for what is said when it is refused. */
  const [saving, setSaving] = useState<string | null>(null)
  const byKey = useMemo(() => new Map(sentences.map((one) => [one.sentence.key, one])), [sentences])
  const typed = chosen === null ? undefined : words[chosen]

  const saveSentence = () => {
    if (chosen === null || placed === null) return
    setSaving(chosen)
    write({
      work: (seen) => editSentenceAction({ ...seen, key: chosen, text: typed?.text ?? textOf(placed.sentence.runs) }),
      base: typed?.base,
      done: () => {
        forget(chosen)
        leave()
      },
    })
  }
  const leave = () => {
    setEditing(false)
    if (shown === 'text') focusChosen()
  }
  const discard = () => {
    if (chosen !== null) forget(chosen)
    leave()
  }
  const takeBack = (key: string) => {
    setSaving(null)
    write({ work: (seen) => takeBackEditAction({ ...seen, key }) })
  }
  const saveSettings = (settings: DraftSettings) => {
    setSaving(null)
    write({
      work: (seen) => changeDraftAction({ ...seen, ...settings }),
      base: words[TITLE]?.base,
      done: () => forget(TITLE),
    })
  }
  const saveSections = (sections: SectionKey[]) => {
    setSaving(null)
    write({ work: (seen) => changeDraftAction({ ...seen, ...draft.settings, sections }) })
  }
  const refresh = () => {
    setSaving(null)
    write({ work: (seen) => refreshDraftAction(seen) })
  }
  const mine = saving !== null && words[saving] !== undefined ? { key: saving, text: words[saving].text } : null
  return (
    <>
      <ComposerBar
        draft={draft}
        title={props.title}
        findings={mismatches.length + lost.length + (recordChanges ? 1 : 0)}
        mismatches={mismatches.length}
        mayPublish={props.mayPublish}
        formats={props.formats}
        unsaved={Object.keys(words).length}
        writes={writes}
        onRefresh={refresh}
      />
      {failure && (
        <div className="mb-4">
          <ConflictNote writes={writes} mine={mine} onGiveIn={() => forget(saving ?? TITLE)} />
        </div>
      )}
      <div className="grid grid-cols-1 items-start gap-5 xl:grid-cols-[15.5rem_minmax(0,1fr)_19rem]">
        <div className="min-w-0 space-y-5" data-print="hide">
          <Card id="checks" title="Checks">
            <ChecksList
              mismatches={mismatches}
              sectionOf={(key) => byKey.get(key)?.section.title ?? ''}
              lost={lost}
              recordChanges={recordChanges}
              pending={pending}
              onJump={choose}
              onTakeBack={takeBack}
              onRefresh={refresh}
            />
          </Card>
          <Card id="sections" title="Sections">
            <SectionOrder
              sections={props.sections}
              possible={props.possible}
              labels={props.labels}
              disabled={pending}
              onChange={saveSections}
            />
          </Card>
          <Card id="settings" title="Settings">
            <DraftSettingsForm
              // Saved settings are shown as they were saved, whoever saved them.
              key={JSON.stringify(draft.settings)}
              settings={draft.settings}
              templates={props.templates}
              typedTitle={words[TITLE]?.text}
              errors={failure?.fieldErrors}
              pending={pending}
              onTitle={(title) => (title === draft.settings.title ? forget(TITLE) : keep(TITLE, title, latest))}
              onSave={saveSettings}
            />
          </Card>
        </div>
        <Preview
          draft={draft}
          title={props.title}
          html={props.html}
          sentences={byKey}
          figures={figures}
          titles={titles}
          chosen={chosen}
          shown={shown}
          onShow={show}
          onChoose={choose}
          onKey={onKey}
        />
        <div
          className={classes(
            'min-w-0 overflow-y-auto p-px xl:sticky xl:top-4 xl:max-h-[calc(100vh-2rem)]',
            // On a small window it lies over what is looked at, which pages are spared while no sentence is chosen.
            (placed || shown === 'text') && 'max-xl:sticky max-xl:bottom-0 max-xl:z-20 max-xl:max-h-[45vh]',
          )}
          data-print="hide"
        >
          <Card id="sentence" title="Sentence">
            {placed ? (
              <SentencePanel
                key={chosen}
                placed={placed}
                place={{ at: at + 1, of: sentences.length }}
                figures={figures}
                titles={titles}
                typed={typed?.text}
                editing={editing}
                pending={pending}
                keeps={keeps}
                onStep={step}
                onEdit={() => setEditing(true)}
                onType={(text) => chosen !== null && keep(chosen, text, latest)}
                onSave={saveSentence}
                onLeave={leave}
                onDiscard={discard}
                onTakeBack={() => chosen !== null && takeBack(chosen)}
              />
            ) : (
              <NothingChosen count={sentences.length} onFirst={() => step(1)} />
            )}
          </Card>
        </div>
      </div>
    </>
  )
}
