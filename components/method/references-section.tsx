import { MethodSection } from '@/components/method/section'

const REFERENCES = [
  {
    work: 'OECD and JRC, Handbook on Constructing Composite Indicators (2008)',
    use: 'the steps of building a composite figure, and which of them an event-based one has to answer differently',
    href: 'https://doi.org/10.1787/533411815016',
  },
  {
    work: 'Goldstein, A Conflict-Cooperation Scale for WEIS Events Data (1992)',
    use: 'the outside check of the ladders',
  },
  { work: 'CAMEO and PLOVER event codes', use: 'the mappings in the codebook' },
  { work: 'Douglass et al., ICBe (2024)', use: 'the example for careful human coding of crisis events' },
  {
    work: 'NATO AJP-2.1, and the MISP taxonomy admiralty-scale, version 5',
    use: 'the two scales of grades and their numbers',
  },
  { work: 'Samet (1975); Icard (2024); Kelly et al. (2025)', use: 'why credibility weighs more than reliability' },
  {
    work: 'Kahn, On Escalation (1965); Morgan et al., Dangerous Thresholds (RAND, 2008)',
    use: 'the rungs, and vertical against horizontal escalation',
  },
  {
    work: 'Goldstein and Freeman (1990); Goldstein and Pevehouse (1997)',
    use: 'directions and answers between two states',
  },
  {
    work: 'Arena, Mulder and Leenders (2023–24)',
    use: 'memory that fades by half-lives, and the warning against one picked in passing',
  },
  {
    work: 'Aumann and Shapley, Values of Non-Atomic Games (1974); Sun and Sundararajan (2011)',
    use: 'the contributions',
  },
  {
    work: 'Caldara and Iacoviello, geopolitical risk; Rogers, Sun and Sun, US–China tension (2024)',
    use: 'what indices from text do: no memory, no direction, nothing that adds up',
  },
  { work: 'ISO 8601 and ISO 3166-1', use: 'weeks and country codes' },
]

/** What the method rests on, and for what. */
export function ReferencesSection() {
  return (
    <MethodSection id="references" title="References">
      <ul className="flex max-w-[70ch] flex-col gap-2 text-sm">
        {REFERENCES.map(({ work, use, href }) => (
          <li key={work}>
            {href === undefined ? (
              work
            ) : (
              <a href={href} className="link" rel="noreferrer">
                {work}
              </a>
            )}
            <span className="text-muted">: {use}.</span>
          </li>
        ))}
      </ul>
    </MethodSection>
  )
}
