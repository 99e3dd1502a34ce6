/**
 * Example messages, as the content folders keep them: plain text, one message a line, under headings that say in which
 * language they are and by whose hand, so that what is learnt from one hand can be tried on another. Pure.
 *
 *     # it a
 *     un messaggio
 *     un altro
 *     # en b · slug, slug
 *     a message whose class is named in the heading
 */

export interface ExampleLine {
  readonly text: string;
  /** ISO 639-1. */
  readonly language: string;
  /** Who imagined it: a short name, the same in all files. */
  readonly hand: string;
  /** What the heading says after the dot; empty when the file's name says it all. */
  readonly labels: readonly string[];
  readonly line: number;
}

export interface ExampleFault {
  readonly line: number;
  readonly what: string;
  readonly mend: string;
}

const HEADING = /^# ([a-z]{2}) ([a-z0-9]+)(?: · (.+))?$/;

/** Blank lines are skipped. A line without a heading before it, or a heading of another form, is a fault. */
export function parseExamples(text: string): { lines: ExampleLine[]; faults: ExampleFault[] } {
  const lines: ExampleLine[] = [];
  const faults: ExampleFault[] = [];
  let heading: Pick<ExampleLine, 'language' | 'hand' | 'labels'> | null = null;
  const seen = new Map<string, number>();
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const line = index + 1;
    const content = raw.trim();
    if (content === '') continue;
    if (content.startsWith('#')) {
      const match = HEADING.exec(content);
      const [, language, hand, labels] = match ?? [];
      if (language === undefined || hand === undefined) {
        heading = null;
        faults.push({
          line,
          what: `the heading "${content.slice(0, 40)}" is not of the form "# it a"`,
          mend: 'Write # , the language, the hand, and where needed " · " with the classes.',
        });
        continue;
      }
      heading = { language, hand, labels: (labels ?? '').split(',').flatMap((one) => one.trim() || []) };
    } else if (heading === null) {
      faults.push({ line, what: 'a message stands under no heading', mend: 'Put "# it a" before it.' });
    } else {
      const first = seen.get(content);
      if (first !== undefined) {
        faults.push({ line, what: `the same message stands on line ${first}`, mend: 'Take one away.' });
        continue;
      }
      seen.set(content, line);
      lines.push({ ...heading, text: content, line });
    }
  }
  return { lines, faults };
}
