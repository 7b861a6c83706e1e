import { LANGUAGE_WORDS, MARK_WORDS } from '@/components/briefings/briefing-words'
import { oneOf } from '@/components/briefings/choices'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { LANGUAGES, type Language, markText, TLP_MARKS, type TlpMark } from '@/lib/briefings/model/terms'
import type { FieldErrors } from '@/lib/errors'

const LANGUAGE_CHOICES = LANGUAGES.map((value) => ({ value, label: LANGUAGE_WORDS[value] }))
const MARK_CHOICES = TLP_MARKS.map((value) => ({ value, label: `${markText(value)}: ${MARK_WORDS[value]}` }))

interface Chosen {
  language: Language
  mark: TlpMark
}

interface LanguageAndMarkProps extends Chosen {
  errors: FieldErrors | undefined
  onChange: (change: Partial<Chosen>) => void
}

/** In which language a document is written, and who may have it. */
export function LanguageAndMark({ language, mark, errors, onChange }: LanguageAndMarkProps) {
  return (
    <>
      <Field label="Language" name="language" error={errors?.language}>
        <Select
          options={LANGUAGE_CHOICES}
          value={language}
          onChange={({ target }) => onChange({ language: oneOf(LANGUAGES, target.value, language) })}
        />
      </Field>
      <Field label="Mark" name="mark" error={errors?.mark}>
        <Select
          options={MARK_CHOICES}
          value={mark}
          onChange={({ target }) => onChange({ mark: oneOf(TLP_MARKS, target.value, mark) })}
        />
      </Field>
    </>
  )
}
