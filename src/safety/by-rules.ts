/**
 * Crisis recognition by rules: reads a message for cues (who, what is done, what is wanted, with what, when) in every language
 * at once and puts them together by the rules of each kind. Pure and deterministic; time grows with the length.
 */
import { rememberRecent } from '../lib/recent.ts';
import type { CrisisFinding, CrisisKind, Urgency } from './crisis.ts';
import { type CompiledLanguage, compileEntries, compileLanguage, type Sequence, WordIndex } from './cues.ts';
import { LEXICONS } from './lexicon/index.ts';
import { joined, Message, NOWHERE, Reading, type Span } from './reading.ts';
import { RULES } from './rules/index.ts';
import type { Guard, Rule } from './rules/rule.ts';

/** When several kinds are found with the same urgency, the one whose number helps most comes first. */
const PRECEDENCE: readonly CrisisKind[] = [
  'overdose',
  'medical',
  'suicide',
  'child',
  'trafficking',
  'elder',
  'violence',
  'missing',
  'threat',
  'homeless-tonight',
  'hunger',
];
/** How far a guard or a word of time may stand from what it speaks of. */
const NEAR = 10;
/** How far what turns a match into something else (`unlessNear`) may stand: a list, an animal, a landlord. */
const BESIDE = 6;

type Matcher =
  | { readonly type: 'sequence'; readonly sequences: readonly Sequence[] }
  | { readonly type: 'together'; readonly cues: readonly string[]; readonly words: number };
interface CompiledRule {
  readonly rule: Rule;
  readonly matchers: readonly Matcher[];
}
interface CompiledReader {
  readonly language: CompiledLanguage;
  readonly pastForm: RegExp | null;
  readonly rules: readonly CompiledRule[];
  /** Cues of words that mean something else: what they cover is not read. */
  readonly idioms: readonly string[];
}

const index = new WordIndex();
const readers: readonly CompiledReader[] = LEXICONS.map((lexicon) => {
  const language = compileLanguage(lexicon, index);
  const rules = RULES.map((rule) => ({ rule, matchers: rule.any.map((text) => matcher(text, language)) }));
  const idioms = [...language.cues.keys()].filter((cue) => cue.startsWith('IDIOM'));
  return { language, pastForm: lexicon.pastForm ?? null, rules, idioms };
});

/** A text as it is read: once, whatever is asked of it. */
interface ReadText {
  readonly plain: string;
  readonly cues: readonly string[];
  readonly finding: CrisisFinding | null;
}

const readText = rememberRecent((text: string): ReadText => {
  const message = new Message(text, index);
  const possible = readers.filter(({ language }) => message.atoms.has(language.language));
  const readings = possible.map((reader) => ({ reader, reading: new Reading(message, reader.language) }));
  const cues = readings.flatMap(({ reader, reading }) => cuesOfLanguage(reader.language, reading, message));
  const idioms = readings.flatMap(({ reader, reading }) =>
    reader.idioms.flatMap((cue) => reading.spans(cue)),
  );
  message.mask(idioms);
  const findings = readings.flatMap(({ reader, reading }) =>
    findingsOf(reader, idioms.length === 0 ? reading : new Reading(message, reader.language), message),
  );
  return { plain: plainOf(message), cues: [...new Set(cues)].sort(), finding: gravest(findings) };
});

/**
 * The text as the rules read it: one form for all spellings, words spelled out or run together put right. Sentences end
 * with a full stop.
 */
export function plainText(text: string): string {
  return readText(text).plain;
}

/** What a cry for help in the text is about, or null. Any string is a valid text; it never throws. */
export function findByRules(text: string): CrisisFinding | null {
  return readText(text).finding;
}

/**
 * The cues a text holds, by the name they have in every language: who, what is done, what is wanted, when. They carry
 * what was learnt in one language over to the others.
 */
export function cuesOf(text: string): readonly string[] {
  return readText(text).cues;
}

function plainOf({ tokens }: Message): string {
  const sentences: string[][] = [];
  for (const { word, sentence } of tokens) {
    const words = sentences[sentence] ?? [];
    sentences[sentence] = words;
    words.push(word);
  }
  return sentences.flatMap((words) => (words === undefined ? [] : words.join(' '))).join('. ');
}

function cuesOfLanguage({ language }: CompiledLanguage, reading: Reading, message: Message): string[] {
  return reading
    .possibleCues()
    .filter((cue) => reading.spans(cue).some((span) => message.allows(language, span)));
}

/** All that is found, as one: the kind that matters most, pressing when any of it is. */
function gravest(findings: readonly CrisisFinding[]): CrisisFinding | null {
  const [first, ...others] = findings;
  if (first === undefined) return null;
  const best = others.reduce((chosen, finding) => (rank(finding) < rank(chosen) ? finding : chosen), first);
  const pressing = findings.some((finding) => finding.urgency === 'now');
  return pressing ? { ...best, urgency: 'now' } : best;
}

/** What is done to a person comes before a want; then what presses most; then the kind. */
function rank(finding: CrisisFinding): number {
  const want = finding.kind === 'homeless-tonight' || finding.kind === 'hunger';
  return (want ? 200 : 0) + (finding.urgency === 'now' ? 0 : 100) + PRECEDENCE.indexOf(finding.kind);
}

function findingsOf(
  { language, pastForm, rules }: CompiledReader,
  reading: Reading,
  message: Message,
): CrisisFinding[] {
  const findings: CrisisFinding[] = [];
  for (const { rule, matchers } of rules) {
    if (rule.alone !== undefined && message.words > rule.alone) continue;
    const spans = spansOf(matchers, reading).filter(
      (span) => message.allows(language.language, span) && !isGuarded(rule, span, reading, pastForm),
    );
    if (spans.length === 0) continue;
    findings.push({
      kind: rule.kind,
      urgency: urgencyOf(rule, spans, reading),
      by: 'rule',
      language: language.language,
      pattern: `${language.language}.${rule.id}`,
      why: rule.why,
    });
  }
  return findings;
}

/** Written as loops: it runs for each rule and language on each message, and nearly always finds nothing. */
function spansOf(matchers: readonly Matcher[], reading: Reading): readonly Span[] {
  let spans: readonly Span[] = NOWHERE;
  for (const found of matchers) {
    if (found.type === 'together') spans = joined(spans, reading.together(found.cues, found.words));
    else for (const sequence of found.sequences) spans = joined(spans, reading.match(sequence));
  }
  return spans;
}

function urgencyOf(rule: Rule, spans: readonly Span[], reading: Reading): Urgency {
  if (rule.urgency === 'now' || rule.hastens === false) return rule.urgency;
  return spans.some((span) => reading.around('NOW', span, NEAR)) ? 'now' : 'soon';
}

function isGuarded(rule: Rule, span: Span, reading: Reading, pastForm: RegExp | null): boolean {
  return (
    rule.guards.some((guard) => GUARDS[guard](span, reading, pastForm)) ||
    (rule.unlessNear ?? []).some((cue) => reading.near(cue, span, BESIDE))
  );
}

/** `past` looks for what is over and not begun again; the others for another subject of the message. */
const GUARDS: Readonly<Record<Guard, (span: Span, reading: Reading, pastForm: RegExp | null) => boolean>> = {
  past: (span, reading, pastForm) => {
    if (reading.has('STILL')) return false;
    if (reading.has('RESOLVED')) return true;
    if (!reading.near('PAST', span, NEAR)) return false;
    return pastForm === null ? !reading.near('NOW', span, NEAR) : reading.hasForm(span, pastForm);
  },
  information: (_, reading) => reading.has('INFORMATION'),
  laugh: (_, reading) => reading.has('LAUGH'),
  story: (span, reading) => reading.near('STORY', span, NEAR),
  tourist: (_, reading) => reading.has('TOURIST'),
  later: (span, reading) => reading.around('LATER', span, 25) && !reading.around('TONIGHT', span, NEAR),
  office: (span, reading) => reading.near('OFFICE', span, NEAR),
};

function matcher(text: string, language: CompiledLanguage): Matcher {
  if (!text.includes('&')) {
    return { type: 'sequence', sequences: compileEntries(text, language.language, index) };
  }
  const [cues = '', words = '8'] = text.split('@');
  return {
    type: 'together',
    cues: cues.split('&').map((cue) => cue.trim().replace('$', '')),
    words: Number(words),
  };
}
