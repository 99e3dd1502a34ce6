/**
 * What every channel owes the rest of the product, as one table of cases. A channel joins by a line in
 * `contract.test.ts` and a rig: the channel itself, over its real transport, with a citizen at the other end.
 */
import { describe, expect, it } from 'vitest';
import type { Channel, Choice } from '../../src/channels/channel.ts';
import type { Collector } from './collector.ts';

/** What the citizen has before their eyes, one entry a bubble. */
export interface Seen {
  readonly text: string;
  /** What can be pressed under it. */
  readonly choices: readonly Choice[];
}

/** Something the citizen did. */
export interface Act {
  /** The provider brings the very same thing once more. Resolves when the channel has dealt with it. */
  repeat(): Promise<void>;
}

export interface ChannelRig {
  readonly channel: Channel;
  /** Given to the channel as `receive`. */
  readonly inbox: Collector;
  /** The citizen's. */
  readonly address: string;
  /** These resolve when the channel has dealt with it. */
  write(text: string): Promise<Act>;
  press(choiceId: string): Promise<Act>;
  /** A kind of message the product has never heard of; null where the channel cannot have one. */
  writeUnknownKind: (() => Promise<Act>) | null;
  /** Several texts at once, brought in another order than they were written. */
  writeScrambled(texts: readonly string[]): Promise<void>;
  /** What the citizen sees, from the first to the last. */
  seen(): Promise<readonly Seen[]>;
  /** The way out, for channels that have a provider in between; null where there is none. */
  readonly provider: {
    /** Every attempt fails, from the attempt after `passing` more. */
    down(passing?: number): void;
    up(): void;
  } | null;
  close(): Promise<void>;
}

interface Case {
  readonly title: string;
  run(rig: ChannelRig): Promise<void>;
}

/** Adds the cases to the current test file. */
export function describeChannel(title: string, open: () => Promise<ChannelRig>): void {
  describe(title, () => {
    it.each(CASES)('$title', async ({ run }) => {
      const rig = await open();
      try {
        await run(rig);
      } finally {
        await rig.close();
      }
    });
  });
}

const ODD_TEXTS: readonly string[] = [
  'Buongiorno, ho perso il lavoro. Perché l’ISEE è già scaduto?',
  'مرحبا، أحتاج إلى مساعدة',
  '👨‍👩‍👧‍👦 siamo in 4 🙏🏽',
  '<b>R&D</b> *stella* _riga_ `codice` [testo](http://esempio)',
  'riga uno\nriga due\n\nriga quattro',
];

const LONG_TEXT = Array.from(
  { length: 100 },
  (_, index) => `Riga ${index + 1}: ${'porta un documento, '.repeat(4)}e basta.`,
).join('\n\n');

function choices(labels: readonly string[]): readonly Choice[] {
  return labels.map((label, index) => ({ id: `domanda-1.${index + 1}`, label }));
}

async function sent(rig: ChannelRig, text: string, offered: readonly Choice[] = [], id = 'm1') {
  return await rig.channel.send(rig.address, { text, choices: offered }, id);
}

function letters(text: string): string {
  return text.replace(/\s+/g, '');
}

function joined(seen: readonly Seen[]): string {
  return letters(seen.map((bubble) => bubble.text).join(''));
}

const CASES: readonly Case[] = [
  {
    title: 'a text arrives as it was written',
    async run(rig) {
      for (const text of ODD_TEXTS) await rig.write(text);
      expect(rig.inbox.texts).toEqual(ODD_TEXTS);
      for (const message of rig.inbox.stored) {
        expect(message).toMatchObject({ channel: rig.channel.name, address: rig.address });
        expect(message.sentAt.getTime()).not.toBeNaN();
      }
    },
  },
  {
    title: 'a text of 10,000 characters arrives whole',
    async run(rig) {
      expect(LONG_TEXT.length).toBeGreaterThan(9_500);
      await rig.write(LONG_TEXT);
      expect(rig.inbox.texts).toEqual([LONG_TEXT]);
    },
  },
  {
    title: 'half a surrogate pair harms nobody',
    async run(rig) {
      await rig.write('prima \ud83d dopo');
      await rig.write('ancora qui');
      expect(rig.inbox.texts.at(-1)).toBe('ancora qui');
      expect(await sent(rig, 'eccomi \udc4b')).toMatchObject({ outcome: 'sent' });
    },
  },
  {
    title: 'the same message twice is kept once',
    async run(rig) {
      const act = await rig.write('mi serve una casa');
      await act.repeat();
      await act.repeat();
      expect(rig.inbox.texts).toEqual(['mi serve una casa']);
    },
  },
  {
    title: 'messages of one second, brought at once and out of order, can be put in order',
    async run(rig) {
      const texts = ['ciao', 'ho tre figli', 'e nessun lavoro', 'cosa posso fare?', 'grazie'];
      await rig.writeScrambled(texts);
      expect(rig.inbox.texts).toEqual(texts);
    },
  },
  {
    title: 'what could not be stored comes again, and once',
    async run(rig) {
      rig.inbox.failNext(2);
      await rig.write('mi hanno sfrattato');
      await rig.write('aiuto');
      expect(rig.inbox.texts).toEqual(['mi hanno sfrattato', 'aiuto']);
    },
  },
  {
    title: 'a pressed choice comes with our id, an old one too',
    async run(rig) {
      await sent(rig, 'Quale?', choices(['Casa', 'Lavoro']));
      await rig.press('domanda-1.2');
      await rig.press('domanda-0.vecchia');
      expect(rig.inbox.inOrder.map((message) => message.content)).toEqual([
        { kind: 'choice', choiceId: 'domanda-1.2' },
        { kind: 'choice', choiceId: 'domanda-0.vecchia' },
      ]);
    },
  },
  {
    title: 'a press and a text of the same moment keep their order',
    async run(rig) {
      await sent(rig, 'Quale?', choices(['Casa', 'Lavoro']));
      await rig.write('uno');
      await rig.press('domanda-1.1');
      await rig.write('due');
      expect(rig.inbox.stored.map((message) => message.content.kind)).toEqual(['text', 'choice', 'text']);
      expect(rig.inbox.texts).toEqual(['uno', '(choice)', 'due']);
    },
  },
  {
    title: 'an unknown kind is named and nothing breaks',
    async run(rig) {
      if (rig.writeUnknownKind === null) return;
      await rig.writeUnknownKind();
      await rig.write('ciao');
      expect(rig.inbox.texts).toEqual(['(unsupported)', 'ciao']);
    },
  },
  {
    title: 'an answer is shown as it was written, markup and all',
    async run(rig) {
      for (const [index, text] of ODD_TEXTS.entries()) {
        expect(await sent(rig, text, [], `m${index}`)).toMatchObject({ outcome: 'sent' });
      }
      expect((await rig.seen()).map((bubble) => bubble.text)).toEqual(ODD_TEXTS);
    },
  },
  {
    title: 'a few choices can all be pressed, each by its own id',
    async run(rig) {
      const offered = choices(['ISEE', 'Bonus sociale luce e gas', 'Parla con una persona']);
      await sent(rig, 'Cosa ti serve?', offered);
      const [bubble] = await rig.seen();
      expect(bubble?.text).toBe('Cosa ti serve?');
      expect(bubble?.choices.map((choice) => choice.id)).toEqual(offered.map((choice) => choice.id));
      for (const [index, choice] of offered.entries()) {
        expect(bubble?.choices[index]?.label).toContain(choice.label);
      }
    },
  },
  {
    title: 'many or long choices are all readable in full, with the number to type',
    async run(rig) {
      const long = 'Assegno unico e universale per i figli a carico, domanda e rinnovo';
      const many = Array.from({ length: 60 }, (_, index) => `Servizio numero ${index + 1}`);
      for (const labels of [['ISEE', long], many.slice(0, 12), many]) {
        const before = (await rig.seen()).length;
        expect(await sent(rig, 'Quale?', choices(labels), `m${labels.length}`)).toMatchObject({
          outcome: 'sent',
        });
        const bubbles = (await rig.seen()).slice(before);
        const pressable = bubbles.flatMap((bubble) => bubble.choices);
        const shown = [
          ...bubbles.map((bubble) => bubble.text),
          ...pressable.map((choice) => choice.label),
        ].join('\n');
        for (const label of labels) expect(shown).toContain(label);
        const isListed = labels.every((label, index) => shown.includes(`${index + 1}. ${label}`));
        expect(isListed || pressable.length === labels.length).toBe(true);
      }
    },
  },
  {
    title: 'a choice id of 32 bytes travels both ways',
    async run(rig) {
      const id = 'a-question.of-32-bytes.option_12';
      expect(id).toHaveLength(32);
      await sent(rig, 'Quale?', [{ id, label: 'Questa' }]);
      expect((await rig.seen())[0]?.choices.map((choice) => choice.id)).toEqual([id]);
      await rig.press(id);
      expect(rig.inbox.stored.map((message) => message.content)).toEqual([{ kind: 'choice', choiceId: id }]);
    },
  },
  {
    title: 'an answer of 10,000 characters arrives whole and in order, its choices at the end',
    async run(rig) {
      expect(await sent(rig, LONG_TEXT, choices(['Sì', 'No']))).toMatchObject({ outcome: 'sent' });
      const seen = await rig.seen();
      expect(joined(seen)).toBe(letters(LONG_TEXT));
      expect(seen.map((bubble) => bubble.choices.length)).toEqual([...seen.slice(1).map(() => 0), 2]);
    },
  },
  {
    title: 'a text beyond every limit arrives whole or not at all',
    async run(rig) {
      const text = 'parola '.repeat(20_000).trim();
      const delivery = await sent(rig, text);
      expect(joined(await rig.seen())).toBe(delivery.outcome === 'sent' ? letters(text) : '');
      expect(['sent', 'give-up']).toContain(delivery.outcome);
    },
  },
  {
    title: 'answers sent one after another are seen in that order',
    async run(rig) {
      const texts = Array.from({ length: 8 }, (_, index) => `risposta ${index}`);
      for (const text of texts) await sent(rig, text, [], text);
      expect((await rig.seen()).map((bubble) => bubble.text)).toEqual(texts);
    },
  },
  {
    title: 'with the provider down an answer waits, and then arrives once',
    async run(rig) {
      if (rig.provider === null) return;
      rig.provider.down();
      for (let attempt = 0; attempt < 3; attempt += 1) {
        expect(await sent(rig, 'eccomi')).toMatchObject({ outcome: 'retry' });
      }
      expect(rig.channel.state().status).toBe('failing');
      rig.provider.up();
      expect(await sent(rig, 'eccomi')).toMatchObject({ outcome: 'sent' });
      expect(rig.channel.state().status).toBe('on');
      expect((await rig.seen()).map((bubble) => bubble.text)).toEqual(['eccomi']);
    },
  },
  {
    title: 'an answer in parts that broke off goes on where it broke',
    async run(rig) {
      if (rig.provider === null) return;
      rig.provider.down(1);
      expect(await sent(rig, LONG_TEXT)).toMatchObject({ outcome: 'retry' });
      rig.provider.up();
      expect(await sent(rig, LONG_TEXT)).toMatchObject({ outcome: 'sent' });
      expect(joined(await rig.seen())).toBe(letters(LONG_TEXT));
    },
  },
  {
    title: 'it stops, and stopping twice is no fault',
    async run(rig) {
      await rig.write('ciao');
      await rig.channel.stop();
      await rig.channel.stop();
    },
  },
];
