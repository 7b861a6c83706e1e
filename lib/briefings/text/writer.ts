import { IntlMessageFormat } from 'intl-messageformat'
import type { Run, Sentence } from '@/lib/briefings/model/document'
import type { Figures } from '@/lib/briefings/model/figures'
import type { Language } from '@/lib/briefings/model/terms'
import { az } from './az'
import { en } from './en'
import { figureText } from './figure-text'
import type { LanguagePack } from './language-pack'
import { ru } from './ru'

export type TemplateKey = keyof (typeof en)['templates']

/** All that is said in each language. */
export const PACKS: Readonly<Record<Language, LanguagePack<TemplateKey>>> = { en, az, ru }

/** What stands in a template's place: the figure of an id, a run as it is, or a word that chooses between phrases. */
export type Argument = { figure: string } | Run | string

export type Arguments = Readonly<Record<string, Argument>>

const formats = new Map<string, IntlMessageFormat>()

function formatOf(language: Language, key: TemplateKey): IntlMessageFormat {
  const name = `${language}/${key}`
  const known = formats.get(name)
  if (known) return known
  const made = new IntlMessageFormat(PACKS[language].templates[key], language, undefined, { ignoreTag: true })
  formats.set(name, made)
  return made
}

const isFigure = (argument: Argument): argument is { figure: string } =>
  typeof argument === 'object' && 'figure' in argument && !('text' in argument)

/** Joins neighbouring stretches of plain text. */
function joined(runs: readonly Run[]): Run[] {
  const whole: Run[] = []
  for (const run of runs) {
    const last = whole.at(-1)
    const isPlain = (one: Run) => Object.keys(one).length === 1
    if (last && isPlain(last) && isPlain(run)) last.text += run.text
    else if (run.text !== '') whole.push({ ...run })
  }
  return whole
}

/** Writes the sentences of a briefing in one language from its figures. */
export class Writer {
  readonly pack: LanguagePack<TemplateKey>

  constructor(
    readonly language: Language,
    readonly figures: Figures,
  ) {
    this.pack = PACKS[language]
  }

  /**
   * A figure as this language writes it.
   * @throws RangeError for an id that no figure has: a sentence must not name what the package does not hold.
   */
  figure(id: string): Run {
    const figure = this.figures[id]
    if (!figure) throw new RangeError(`no figure is called ${id}`)
    return { text: figureText(figure, this.pack), figure: id }
  }

  /** A template with its places filled. For a figure `{n}` the template may choose by `{nN, plural, …}`. */
  runs(key: TemplateKey, args: Arguments = {}): Run[] {
    const values: Record<string, unknown> = {}
    for (const [name, argument] of Object.entries(args)) {
      if (isFigure(argument)) {
        values[name] = this.figure(argument.figure)
        values[`${name}N`] = Number(this.figures[argument.figure].value)
      } else values[name] = argument
    }
    const parts = formatOf(this.language, key).formatToParts<Run>(values as Record<string, Run>)
    return joined(parts.map(({ value }) => (typeof value === 'object' ? value : { text: String(value) })))
  }

  /** The same as one text. */
  text(key: TemplateKey, args: Arguments = {}): string {
    return this.runs(key, args)
      .map(({ text }) => text)
      .join('')
  }

  /** A sentence that rests on the figures in it, on their incidents, and on those named. */
  sentence(key: string, template: TemplateKey, args: Arguments = {}, incidents: readonly string[] = []): Sentence {
    return this.sentenceOf(key, this.runs(template, args), incidents)
  }

  /** The same of runs that are there already. */
  sentenceOf(key: string, runs: Run[], incidents: readonly string[] = []): Sentence {
    const figures = [...new Set(runs.flatMap(({ figure }) => figure ?? []))]
    const behind = figures.flatMap((id) => this.figures[id]?.incidents ?? [])
    const named = runs.flatMap(({ incident }) => incident ?? [])
    return {
      key,
      runs,
      figures,
      incidents: [...new Set([...incidents, ...named, ...behind])],
      by: { kind: 'rules' },
    }
  }
}
