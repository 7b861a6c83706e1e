import { MethodSection, Prose } from '@/components/method/section'
import { Body, Cell, Head, HeadCell, Row, Table } from '@/components/ui/data-table'
import {
  canonicalParameters,
  type MethodParameters,
  PARAMETER_NOTES,
  type ParameterNote,
  pointsAtFifty,
} from '@/lib/core/scoring'
import { formatPoints } from '@/lib/format'

const DIGITS = 6

/** What stands under a path of the parameters, such as `halfLife.short`: a number, or numbers by name. */
function valueAt(parameters: MethodParameters, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => {
    return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
  }, parameters)
}

function Value({ value }: { value: unknown }) {
  if (typeof value === 'number') return formatPoints(value, DIGITS)
  if (typeof value !== 'object' || value === null)
    throw new TypeError(`a parameter is neither number nor table: ${value}`)
  return (
    <ul className="min-w-24">
      {Object.entries(value).map(([name, part]) => (
        <li key={name} className="flex justify-between gap-3">
          <span>{name}</span>
          <Value value={part} />
        </li>
      ))}
    </ul>
  )
}

function NoteValue({ note, parameters }: { note: ParameterNote; parameters: MethodParameters }) {
  if (note.key !== null) return <Value value={valueAt(parameters, note.key)} />
  return note.symbol === 'X50' ? (
    <Value value={pointsAtFifty(parameters)} />
  ) : (
    <a href="#verification" className="link">
      by grade
    </a>
  )
}

interface ParameterTableProps {
  parameters: MethodParameters
  hash: string
  title?: string
}

/** Every parameter of a version with its value and its reason, and the text from which the hash is made. */
export function ParameterTable({ parameters, hash, title = 'Every parameter in use' }: ParameterTableProps) {
  return (
    <MethodSection id="parameters" title={title}>
      <Prose>
        The score and its band read these values and no others; the rung errors wait for an interval that is not shown
        yet. There is no constant for any country.
      </Prose>
      <Table caption="Parameters and their values">
        <Head>
          <HeadCell>Symbol</HeadCell>
          <HeadCell>Parameter</HeadCell>
          <HeadCell>Value</HeadCell>
          <HeadCell>Unit</HeadCell>
          <HeadCell>Why</HeadCell>
        </Head>
        <Body>
          {PARAMETER_NOTES.map((note) => (
            <Row
              key={note.symbol}
              id={note.key === null ? undefined : `parameter-${note.key}`}
              className="align-baseline"
            >
              <Cell className="whitespace-nowrap">
                <var className="font-serif">{note.symbol}</var>
              </Cell>
              <Cell head className="min-w-44">
                {note.name}
                <span className="block font-normal text-muted">{note.meaning}</span>
              </Cell>
              <Cell className="min-w-32 tabular-nums">
                <NoteValue note={note} parameters={parameters} />
              </Cell>
              <Cell>{note.unit}</Cell>
              <Cell className="min-w-64 text-muted">{note.why}</Cell>
            </Row>
          ))}
        </Body>
      </Table>
      <details className="max-w-[70ch] text-sm">
        <summary className="w-fit">The text that hash {hash} is made from</summary>
        <pre className="mt-2 bg-sunken p-3 font-mono text-xs break-all whitespace-pre-wrap">
          {canonicalParameters(parameters)}
        </pre>
        <p className="mt-2 text-muted">
          Band limits and rung errors stand in it only where they differ from those of version 0.1, which was published
          before they could be set.
        </p>
      </details>
    </MethodSection>
  )
}
