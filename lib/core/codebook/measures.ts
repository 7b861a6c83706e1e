/** What a measure does while it stands. */
export const MEASURE_KINDS = [
  'closure',
  'ban',
  'expulsion',
  'case',
  'custody',
  'restriction',
  'sanction',
  'break',
  'finding',
] as const

export type MeasureKind = (typeof MEASURE_KINDS)[number]

/** Who of the state that began a measure can end it; prosecutors go with the courts. */
export type MeasureOrgan = 'government' | 'courts' | 'both'

/** An indicator whose act stands until it is ended. */
export interface MeasureRule {
  kind: MeasureKind
  endedBy: MeasureOrgan
  /** The measure in a few words, for the middle of a sentence. */
  phrase: string
  /** As far as what the act stands, when the anchor also names acts that are over when done; else null. */
  onlyWhere: string | null
}

/** Whether an indicator's act stands, and why. */
export interface MeasureRuling {
  measure: MeasureRule | null
  why: string
}

const over = (why: string): MeasureRuling => ({ measure: null, why })

const stands = (
  kind: MeasureKind,
  endedBy: MeasureOrgan,
  phrase: string,
  why: string,
  onlyWhere: string | null = null,
): MeasureRuling => ({ measure: { kind, endedBy, phrase, onlyWhere }, why })

/** A ruling on each escalatory indicator, from its anchor. De-escalatory ones end measures and begin none. */
export const MEASURE_RULINGS: Readonly<Record<string, MeasureRuling>> = {
  'DIP+1': over('Words.'),
  'DIP+2': over('A protest is made once; a demand left unmet shuts nobody out.'),
  'DIP+3': over('The visit or session has not taken place and that is all; a recall here has a stated return.'),
  'DIP+4': stands('expulsion', 'government', 'channel cut', 'The people are gone, or the post shut, until readmitted.'),
  'DIP+5': stands('break', 'government', 'relations broken', 'Severed until restored; an ultimatum until withdrawn.'),
  'CUL+1': over('Words.'),
  'CUL+2': over('One event is over with its date.'),
  'CUL+3': stands('restriction', 'government', 'programme suspended', 'Suspended until it is resumed.'),
  'CUL+4': stands('closure', 'government', 'institution closed or events banned', 'Shut until reopened or allowed.'),
  'CUL+5': stands(
    'ban',
    'both',
    'language, faith or community body outlawed',
    'Outlawed or seized until undone by law or given back.',
    'a body is outlawed or heritage is held; what is destroyed is over',
  ),
  'MED+1': over('Words.'),
  'MED+2': over('Words, or work that goes on in spite of a measure of the other side.'),
  'MED+3': over('A campaign; the one accreditation withdrawn, which would stand, cannot be told from it by the code.'),
  'MED+4': stands(
    'closure',
    'both',
    'outlet closed or staff held',
    'Closed until reopened; staff held until released.',
  ),
  'MED+5': stands(
    'ban',
    'both',
    'media outlawed or staff sentenced',
    'A law or a sentence stands.',
    'media are outlawed or staff are held; a death does not stand',
  ),
  'LEG+1': over('An announcement; the case that may follow is coded by itself.'),
  'LEG+2': stands('finding', 'both', 'formal legal finding', 'A listing or complaint stands until it is withdrawn.'),
  'LEG+3': stands('case', 'courts', 'case against private parties', 'A case is open until dropped or decided.'),
  'LEG+4': stands(
    'case',
    'both',
    'case against the state or its agents',
    'Open until dropped; a treaty until resumed.',
  ),
  'LEG+5': stands('case', 'both', 'conviction or treaty denounced', 'Stands until quashed, pardoned or restored.'),
  'ECO+1': over('Words.'),
  'ECO+2': stands(
    'restriction',
    'government',
    'targeted trade obstacle',
    'A product or firm is kept out until let in.',
  ),
  'ECO+3': stands('restriction', 'government', 'sector restricted', 'Restricted until lifted.'),
  'ECO+4': stands('sanction', 'government', 'sanctions or supply cut', 'In force until lifted or supply is restored.'),
  'ECO+5': stands('sanction', 'government', 'general embargo or seizure', 'In force until lifted or given back.'),
  'PPL+1': over('Words, of which travel advice binds nobody.'),
  'PPL+2': over('Each check or refusal is over when done.'),
  'PPL+3': stands(
    'custody',
    'both',
    'nationals detained or deported',
    'Held, or kept out, until released or readmitted.',
  ),
  'PPL+4': stands('custody', 'both', 'mass arrests', 'Held, or kept out, until released or readmitted.'),
  'PPL+5': stands(
    'custody',
    'both',
    'hostages held or nationals expelled',
    'Hostages are held and the expelled kept out until it is undone.',
    'people are held or kept out; a death or torture does not stand',
  ),
  'SEC+1': over('Words.'),
  'SEC+2': over('A show is over when it ends; arms supplied are supplied.'),
  'SEC+3': over('The harm is done; a mobilisation is a posture of forces, not a measure that shuts anything.'),
  'SEC+4': over('The harm is done.'),
  'SEC+5': over('The harm is done.'),
  'CYB+1': over('Words.'),
  'CYB+2': over('An attribution is made once; a nuisance passes.'),
  'CYB+3': over('Systems are back after hours or days.'),
  'CYB+4': over('What is taken is taken.'),
  'CYB+5': over('The harm is done.'),
}

/** The measure that an incident of this code begins; null when its act does not stand or the code is not a rung up. */
export const measureRuleOf = (code: string): MeasureRule | null =>
  Object.hasOwn(MEASURE_RULINGS, code) ? MEASURE_RULINGS[code].measure : null
