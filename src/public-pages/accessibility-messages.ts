export interface AccessibilityFacts {
  /** Where a person can say that something does not work. */
  readonly feedback?: string;
  /** The official statement on form.agid.gov.it, once it is made. */
  readonly statementUrl?: string;
}

/** A draft: the official statement is made by the RTD of the body, on AgID's site. */
export const ACCESSIBILITY_MESSAGES = {
  title: 'Accessibilità',
  description: 'Come usare le pagine e come dirci cosa non va.',
  heading: 'Accessibilità di questo sito',
  draft: [
    'Questa è una bozza. Non è ancora la dichiarazione ufficiale.',
    'Quella si fa sul sito https://form.agid.gov.it. La fa l’RTD dell’ente: è chi segue il digitale.',
  ],
  official: 'Leggi la dichiarazione ufficiale',
  sections: [
    {
      heading: 'Cosa vogliamo',
      lines: [
        'Tutti devono poter usare questo sito.',
        'Seguiamo le regole WCAG 2.2, livello AA. Sono regole per i siti facili da usare.',
      ],
    },
    {
      heading: 'Cosa abbiamo provato',
      lines: [
        'Un programma di controllo (axe) guarda le pagine. Non trova errori.',
        'Tutto si può fare con la tastiera.',
        'Le pagine vanno bene sul telefono. E anche con lo zoom.',
        'La chat funziona anche senza JavaScript.',
      ],
    },
    {
      heading: 'Cosa manca',
      lines: [
        'Mancano prove con chi ascolta le pagine. Cioè con un lettore di schermo.',
        'Non tutte le pagine sono tradotte. Dove manca la traduzione resta l’italiano.',
      ],
    },
  ],
  feedbackHeading: 'Qualcosa non funziona?',
  feedback: (contact: string | undefined) =>
    contact === undefined
      ? ['A chi scrivere? L’Ambito lo deve ancora indicare.', 'Intanto dillo all’ufficio del tuo Comune.']
      : [`Scrivi a: ${contact}.`, 'Dicci quale pagina e cosa non va.'],
  defender: [
    'Non ti rispondono entro 30 giorni? Scrivi al Difensore civico per il digitale.',
    'Si trova qui: https://www.agid.gov.it.',
  ],
} as const;
