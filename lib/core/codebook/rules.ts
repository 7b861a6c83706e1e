/** A rule that a coder follows: a short name and the rule. */
export interface CodingRule {
  number: number
  name: string
  text: string
}

/** The seven coding rules, in the order in which a coder meets them. */
export const CODING_RULES: readonly CodingRule[] = [
  {
    number: 1,
    name: 'One decision, one incident',
    text: 'Log one incident for one decision by one actor about one object, however many reports there are of it.',
  },
  {
    number: 2,
    name: 'Category follows what is hit',
    text: 'Officials and embassies are diplomatic; cultural bodies, schools, churches and sport cultural; outlets and journalists media; courts, prosecutors and treaties legal; trade, money, energy and transport economic; ordinary nationals and diaspora people; force and armed forces security; networks cyber.',
  },
  {
    number: 3,
    name: 'Only what the source says',
    text: 'Code what the source states. What you know from elsewhere belongs in the basis of the date and in the note, never in the rung.',
  },
  {
    number: 4,
    name: 'Anchor first, then the trade question',
    text: 'Choose the rung whose anchor text fits, then check it: would you trade two of these for one of the next rung up?',
  },
  {
    number: 5,
    name: 'Between two rungs, the lower',
    text: 'If two rungs fit, take the lower one and set the confidence to moderate.',
  },
  {
    number: 6,
    name: 'An act that did not happen, once',
    text: 'An omission, such as a demand left unmet, is coded once, with low confidence.',
  },
  {
    number: 7,
    name: 'Accusation and act are two',
    text: 'An accusation and the act it is about are two incidents, in opposite directions.',
  },
]
