import { type CodingOption, PARTS, partDiffers } from '@/components/samples/adjudicate/options'
import { Button } from '@/components/ui/button'
import { classes } from '@/components/ui/classes'
import { Body, Cell, Row, Table } from '@/components/ui/data-table'
import { Kbd } from '@/components/ui/kbd'

interface CodingsTableProps {
  options: readonly CodingOption[]
  /** The option whose values stand in the form as they are. */
  picked: string | null
  /** Absent where nothing can be picked any more. */
  onPick?: (option: CodingOption) => void
}

function ColumnHead({ option, picked, onPick }: { option: CodingOption } & Omit<CodingsTableProps, 'options'>) {
  const chosen = picked === option.key
  return (
    <th scope="col" className={classes('min-w-40 px-3 py-2 text-left align-top', chosen && 'bg-sunken')}>
      <span className="block text-sm font-semibold">{option.name}</span>
      {onPick && option.values && (
        <Button
          size="sm"
          className="mt-1"
          aria-pressed={chosen}
          onClick={() => onPick(option)}
          variant={chosen ? 'primary' : 'secondary'}
        >
          {chosen ? 'Picked' : 'Pick'}
          <span className="sr-only"> {option.name}</span> <Kbd>{option.key}</Kbd>
        </Button>
      )}
    </th>
  )
}

/** The codings side by side, with what counts now; where the coders differ stands out. */
export function CodingsTable({ options, picked, onPick }: CodingsTableProps) {
  const cell = ({ key }: CodingOption) => classes('align-top', picked === key && 'bg-sunken')
  return (
    <Table caption="The codings of this unit side by side">
      <thead>
        <tr className="border-b border-line-strong">
          <td className="w-28" />
          {options.map((option) => (
            <ColumnHead key={option.key} option={option} picked={picked} onPick={onPick} />
          ))}
        </tr>
      </thead>
      <Body>
        {PARTS.map(({ name, label, text }) => {
          const differs = partDiffers(options, name)
          return (
            <Row key={name}>
              <Cell head className="align-top text-xs font-medium text-muted">
                {label}
                {differs && (
                  <span className="block text-warning">
                    <span aria-hidden="true">≠ </span>differ
                  </span>
                )}
              </Cell>
              {options.map((option) => (
                <Cell key={option.key} className={classes(cell(option), differs && 'font-medium')}>
                  {option.values ? (
                    text(option.values[name])
                  ) : name === 'code' ? (
                    <span className="text-muted">cannot be coded</span>
                  ) : (
                    <span className="text-muted">–</span>
                  )}
                </Cell>
              ))}
            </Row>
          )
        })}
        <Row>
          <Cell head className="align-top text-xs font-medium text-muted">
            Note
          </Cell>
          {options.map((option) => (
            <Cell key={option.key} className={classes(cell(option), 'text-xs whitespace-pre-line')}>
              {option.note || <span className="text-muted">–</span>}
            </Cell>
          ))}
        </Row>
      </Body>
    </Table>
  )
}
