import 'server-only'
import { stringify } from 'csv-stringify/sync'
import { logExport } from '@/lib/activity/export'
import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { isoOf } from '@/lib/core/calendar'
import { CONFIDENCES } from '@/lib/core/codebook'
import { database } from '@/lib/db/client'
import { readableSamples } from './coded-units'
import { agreementReport, type ReportOptions } from './report'
import type { AgreementGroup, AgreementReport, Figure } from './report-views'
import { unitsOf } from './unit-list'

/** Cells that a spreadsheet would run are escaped. */
const OPTIONS = { header: true, bom: true, escape_formulas: true }

type Line = Record<string, string | number>

/** One statistic of one group; blank cells where it has no interval. */
const line = (group: string, what: string, units: number, statistic: string, figures: Line = {}): Line => ({
  ...{ group, what, units, statistic, value: '', low: '', high: '', draws: '' },
  ...figures,
})

function figureLines(group: string, what: string, figure: Figure): Line[] {
  const { units } = figure
  if (figure.kind !== 'measured') return [line(group, what, units, figure.kind)]
  const { alpha, percent, gwet, apart } = figure
  const told = ({ value, low, high, draws }: typeof alpha): Line => ({ value, low, high, draws })
  return [
    line(group, what, units, 'alpha', told(alpha)),
    line(group, what, units, 'percent agreement', told(percent)),
    ...(gwet ? [line(group, what, units, gwet.name, told(gwet))] : []),
    ...(apart ? [line(group, what, units, 'median days apart', { value: apart.median })] : []),
    ...(apart ? [line(group, what, units, 'largest days apart', { value: apart.largest })] : []),
  ]
}

const groupLines = ({ label, category, rung, date }: AgreementGroup): Line[] => [
  ...figureLines(label, 'category', category),
  ...figureLines(label, 'rung', rung),
  ...figureLines(label, 'first day', date),
]

function reportLines({ overall, groups, coders, rungErrors }: AgreementReport): Line[] {
  const leanings = coders.map(({ name, rung }) =>
    rung.kind === 'measured'
      ? line(name, 'rung', rung.units, 'mean difference to the others', { value: rung.mean })
      : line(name, 'rung', rung.units, rung.kind),
  )
  const errors = CONFIDENCES.flatMap((confidence) => {
    const [error, group] = [rungErrors[confidence], `${confidence} confidence`]
    if (error.kind !== 'measured') return [line(group, 'rung', error.units, error.kind)]
    const { units, p: value, low, high, smoothed } = error
    return [
      line(group, 'rung', units, 'chance of an error by one', { value, low, high }),
      line(group, 'rung', units, 'the same, smoothed', { value: smoothed }),
    ]
  })
  return [...[overall, ...groups].flatMap(groupLines), ...leanings, ...errors]
}

/**
 * The figures of an agreement report as CSV, a line a statistic; noted in the team's log. Nothing is in it that the report keeps
 * from the viewer.
 * @throws DeskError as `agreementReport`.
 */
export async function agreementCsv(
  viewer: Viewer,
  sampleIds: readonly string[],
  options: ReportOptions = {},
): Promise<string> {
  const report = await agreementReport(viewer, sampleIds, options)
  const samples = report.samples.map(({ title }) => title)
  await logExport(viewer, { subject: 'agreement.csv', detail: { samples, by: options.by ?? undefined } })
  return stringify(reportLines(report), OPTIONS)
}

/**
 * The codings of some samples as CSV, a line a coding; noted in the team's log. What is withheld from the viewer is not in it.
 * @throws DeskError FORBIDDEN, also for a coder of one of the samples while that is open; NOT_FOUND; INVALID for too many.
 */
export async function codingsCsv(viewer: Viewer, sampleIds: readonly string[]): Promise<string> {
  authorize(viewer, 'agreement:read')
  const prisma = await database()
  const samples = await readableSamples(prisma, viewer, [...new Set(sampleIds)])
  const lines: Line[] = []
  for (const { id: sampleId, title: sample } of samples) {
    for (const unit of await unitsOf(prisma, viewer, sampleId)) {
      const { ordinal, dyadId, id, title, resolved } = unit
      const common = { sample, unit: ordinal, dyad: dyadId ?? '', incident: id ?? '', title }
      for (const {
        coder,
        at,
        codable,
        category,
        code,
        rung,
        startDay,
        credibility,
        confidence,
        note,
      } of unit.codings ?? []) {
        lines.push({
          ...common,
          ...{ coder, at, codable: String(codable), category: category ?? '', code: code ?? '', rung: rung ?? '' },
          date: startDay === null ? '' : isoOf(startDay),
          ...{ credibility: credibility ?? '', confidence: confidence ?? '', note },
          resolved_by_revision: resolved?.revision ?? '',
        })
      }
    }
  }
  await logExport(viewer, { subject: 'codings.csv', detail: { samples: samples.map(({ title }) => title) } })
  return stringify(lines, { ...OPTIONS, columns: COLUMNS })
}

const COLUMNS = [
  ...['sample', 'unit', 'dyad', 'incident', 'title', 'coder', 'at', 'codable', 'category', 'code', 'rung', 'date'],
  ...['credibility', 'confidence', 'note', 'resolved_by_revision'],
]
