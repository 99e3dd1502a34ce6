/**
 * The notice of art. 13 GDPR, in layers: first the short answers, then the whole. A fact that only the Ambito can
 * give is a parameter; while it is missing, the notice says so.
 */
export interface NoticeFacts {
  /** Titolare: the name, as it must read. */
  readonly controller: string | null;
  /** How to reach the titolare, also for one's rights. */
  readonly contact: string | null;
  /** How to reach the DPO. */
  readonly dpo: string | null;
  /** Days after its last message for which a conversation is kept. */
  readonly retentionDays?: number;
  /** Days after which a browser forgets the conversation; 7 when not given, as in the web chat. */
  readonly cookieDays?: number;
}

export interface NoticeSection {
  readonly heading: string;
  readonly lines: readonly string[];
}

export const NOTICE_MESSAGES = {
  title: 'Privacy',
  description: 'Come usiamo i tuoi dati se scrivi nella chat.',
  heading: 'Come usiamo i tuoi dati',
  shortHeading: 'In breve',
  short: [
    'Ti risponde un assistente automatico. Non decide nulla su di te.',
    'Non serve dire il tuo nome.',
    'Non scrivere dati sanitari. Non mandare foto di documenti.',
    'I tuoi testi sono chiusi a chiave.',
    'I dati sono tuoi. Puoi chiedere di vederli o cancellarli.',
  ],
  longHeading: 'Tutte le informazioni',
} as const;

/** The full notice; `art. 13` in Italian a reader with little school can follow. */
export function noticeSections(facts: NoticeFacts): NoticeSection[] {
  const rights = facts.contact ?? facts.dpo;
  return [
    {
      heading: 'Chi è il titolare dei dati',
      lines: [
        'Il titolare è chi decide come si usano i dati.',
        facts.controller === null
          ? 'Il nome qui non c’è. L’Ambito lo deve ancora indicare.'
          : `Il titolare è: ${facts.controller}.`,
        ...(facts.contact === null ? [] : [`Per scrivere al titolare: ${facts.contact}.`]),
      ],
    },
    {
      heading: 'Chi è il DPO',
      lines: [
        'Il DPO è chi controlla che i dati siano al sicuro.',
        facts.dpo === null
          ? 'L’indirizzo qui non c’è. L’Ambito lo deve ancora indicare.'
          : `Per scrivere al DPO: ${facts.dpo}.`,
      ],
    },
    {
      heading: 'Perché usiamo i dati',
      lines: [
        'Usiamo i tuoi messaggi per risponderti. E per dirti a quale ufficio andare.',
        'È un compito pubblico: lo dice la legge. Per questo non ti chiediamo un consenso.',
        'Le norme sono: GDPR, articolo 6, lettera e. Articolo 9, lettera g. Codice privacy, articoli 2‑ter e 2‑sexies.',
        'Sei libero di non scrivere. Puoi sempre andare di persona.',
      ],
    },
    {
      heading: 'Cosa conserviamo',
      lines: [
        'I messaggi che scrivi e le risposte che ricevi.',
        'Il Comune e la lingua, se li dici.',
        'Un codice a caso che unisce i messaggi della stessa chat. Non è il tuo nome.',
        'Quali schede hai visto. E se hai chiesto una persona.',
        'Cerchi un servizio su questo sito? La tua ricerca non resta qui.',
      ],
    },
    {
      heading: 'Per quanto tempo',
      lines: [
        facts.retentionDays === undefined
          ? 'I giorni qui non ci sono. L’Ambito li deve ancora indicare.'
          : `I messaggi restano ${facts.retentionDays} giorni dopo l’ultimo. Poi si cancellano.`,
        `Il tuo browser ricorda la chat per ${facts.cookieDays ?? 7} giorni dall’ultima visita. Poi la dimentica.`,
        'Il tasto «Nuova conversazione» toglie la chat dal tuo telefono. Ma a noi resta.',
      ],
    },
    {
      heading: 'Chi legge i messaggi',
      lines: [
        'Li legge un assistente automatico: un programma.',
        'Per ora non li legge nessuno di noi.',
        'Se chiedi una persona, lo segniamo. Chi ti aiuta deve tenere il segreto.',
        'I testi sono cifrati: senza la chiave non si leggono.',
        'Non diamo e non vendiamo i tuoi dati a nessuno.',
      ],
    },
    {
      heading: 'Se scrivi da Telegram o WhatsApp',
      lines: [
        'Telegram e WhatsApp sono altre aziende. Ognuna ha le sue regole.',
        'Anche loro tengono i tuoi messaggi. Possono stare fuori dall’Europa.',
        'Se non vuoi, usa la chat di questo sito. Oppure vai all’ufficio.',
      ],
    },
    {
      heading: 'Nessuna decisione automatica',
      lines: [
        'L’assistente ti dà notizie. Non decide se hai diritto a un aiuto.',
        'Non dà voti alle persone. Non fa classifiche.',
        'Decide sempre l’ufficio, con una persona.',
      ],
    },
    {
      heading: 'I cookie',
      lines: [
        'La chat usa un solo cookie tecnico. Serve a ritrovare i tuoi messaggi.',
        'Non usiamo cookie di pubblicità. Non usiamo servizi di altri siti.',
      ],
    },
    {
      heading: 'I tuoi diritti',
      lines: [
        'Puoi chiedere di vedere i tuoi dati. Puoi farli correggere. Puoi chiedere di cancellarli.',
        'Puoi chiedere di limitarne l’uso. Puoi dire di no all’uso dei dati.',
        rights === null
          ? 'A chi scrivere? L’Ambito lo deve ancora indicare. Per ora chiedi al tuo Comune.'
          : `Per chiederlo scrivi a: ${rights}.`,
        'Ti rispondono entro un mese.',
        'Puoi anche fare reclamo al Garante privacy: https://www.garanteprivacy.it.',
      ],
    },
  ];
}
