'use client'

import { useMemo, useRef } from 'react'
import { SETTINGS } from '@/components/briefings/changed-settings'
import { ChecksList } from '@/components/briefings/checks-list'
import { ComposerBar } from '@/components/briefings/composer-bar'
import { ConflictNote } from '@/components/briefings/conflict-note'
import { DraftSettingsForm } from '@/components/briefings/draft-settings-form'
import { NothingChosen } from '@/components/briefings/nothing-chosen'
import { Preview } from '@/components/briefings/preview'
import { SectionOrder } from '@/components/briefings/section-order'
import { SentencePanel } from '@/components/briefings/sentence-panel'
import { type PlacedSentence, textOf } from '@/components/briefings/sentences'
import { useChangedSettings } from '@/components/briefings/use-changed-settings'
import { useDraftWrites } from '@/components/briefings/use-draft-writes'
import { useKeptWords } from '@/components/briefings/use-kept-words'
import { usePreviewChoice } from '@/components/briefings/use-preview-choice'
import { useSectionOrder } from '@/components/briefings/use-section-order'
import { useSentences } from '@/components/briefings/use-sentences'
import { Card } from '@/components/ui/card'
import { classes } from '@/components/ui/classes'
import { editSentenceAction, refreshDraftAction, takeBackEditAction } from '@/lib/briefings/actions'
import type { Figures } from '@/lib/briefings/model/figures'
import type { SectionKey } from '@/lib/briefings/model/terms'
import type { ExportFormat } from '@/lib/briefings/render/formats'
import type { DraftRendering, DraftView, TemplateView } from '@/lib/briefings/views'

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
  const kept = useKeptWords(`${login}:${draft.id}`)
  const { words } = kept
  const writes = useDraftWrites(draft)
  const { write, latest, pending, failure } = writes
  const { shown, choose: show, putPagesAside } = usePreviewChoice()
  const { chosen, at, placed, editing, edit, leave, choose, step, onKey } = useSentences(sentences, putPagesAside)
  const inText = shown === 'text'
  const settings = useChangedSettings(draft.settings, kept, writes)
  const order = useSectionOrder(props.sections, writes)
  const byKey = useMemo(() => new Map(sentences.map((one) => [one.sentence.key, one])), [sentences])
  const typed = chosen === null ? undefined : words[chosen]
  const panel = useRef<HTMLDivElement>(null)

  /** Whoever went on to something else meanwhile is not called back. */
  const isHere = () => {
    const { activeElement } = document
    return activeElement === document.body || panel.current?.contains(activeElement) === true
  }
  const saveSentence = ({ sentence: { key, runs } }: PlacedSentence) => {
    const { text = textOf(runs), base } = words[key] ?? {}
    write({
      of: key,
      work: (seen) => editSentenceAction({ ...seen, key, text }),
      base,
      done: (revision) => {
        if (kept.saved(key, text, revision)) leave(key, inText && isHere())
      },
    })
  }
  const discard = (key: string) => {
    kept.forget(key)
    leave(key, inText)
  }
  const takeBack = (key: string) => write({ of: key, work: (seen) => takeBackEditAction({ ...seen, key }) })
  const refresh = () => write({ of: 'record', work: refreshDraftAction })
  const { refused } = writes
  const refusedWord = refused === null ? undefined : words[refused]
  const unsaved = Object.keys(words).filter((key) => key !== SETTINGS || settings.isChanged).length
  return (
    <>
      <ComposerBar
        draft={draft}
        title={props.title}
        findings={mismatches.length + lost.length + (recordChanges ? 1 : 0)}
        mismatches={mismatches.length}
        mayPublish={props.mayPublish}
        formats={props.formats}
        unsaved={unsaved}
        writes={writes}
        onRefresh={refresh}
      />
      {failure && (
        <div className="mb-4">
          <ConflictNote
            writes={writes}
            mine={
              refused !== null && refusedWord && byKey.has(refused) ? { key: refused, text: refusedWord.text } : null
            }
            onGiveIn={() => refused !== null && kept.forget(refused)}
          />
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
              sections={order.sections}
              possible={props.possible}
              labels={props.labels}
              onChange={order.change}
            />
          </Card>
          <Card id="settings" title="Settings">
            <DraftSettingsForm
              settings={settings.settings}
              changed={settings.changed}
              templates={props.templates}
              errors={refused === SETTINGS ? failure?.fieldErrors : undefined}
              pending={pending}
              onChange={settings.change}
              onSave={settings.save}
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
          ref={panel}
          className={classes(
            'min-w-0 overflow-y-auto p-px xl:sticky xl:top-4 xl:max-h-[calc(100vh-2rem)]',
            // On a small window it lies over what is looked at, which pages are spared while no sentence is chosen.
            (placed || inText) && 'max-xl:sticky max-xl:bottom-0 max-xl:z-20 max-xl:max-h-[45vh]',
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
                pending={pending && writes.of === chosen}
                keeps={kept.keeps}
                onStep={step}
                onEdit={edit}
                onType={(text) => kept.keep(placed.sentence.key, text, latest)}
                onSave={() => saveSentence(placed)}
                onLeave={() => leave(placed.sentence.key, inText)}
                onDiscard={() => discard(placed.sentence.key)}
                onTakeBack={() => takeBack(placed.sentence.key)}
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
