/** A line typed at `npm run chat -- --jsonl`: plain text, or JSON for what is not text. */
import { z } from 'zod';
import type { IncomingContent } from '../channels/channel.ts';

export type ChatLine =
  | { readonly ok: true; readonly content: IncomingContent; readonly afterMs: number }
  | { readonly ok: false; readonly error: string };

const DURATION = /^P(?=.)(?:(\d+)W)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;
const DURATION_UNITS_MS = [604_800_000, 86_400_000, 3_600_000, 60_000, 1_000] as const;

/** ISO 8601 durations of weeks, days, hours, minutes and seconds; months and years have no fixed length. */
const Duration = z
  .string()
  .regex(DURATION, 'an ISO 8601 duration such as P3D or PT10M')
  .transform((text) =>
    (DURATION.exec(text) ?? [])
      .slice(1)
      .reduce((sum, amount, unit) => sum + Number(amount ?? 0) * (DURATION_UNITS_MS[unit] ?? 0), 0),
  );

const yes = z.literal(true);
const after = Duration.exactOptional();

const Line = z.union([
  z.strictObject({ text: z.string(), after }),
  z.strictObject({ choice: z.string(), after }),
  z.strictObject({ voice: yes, after }),
  z.strictObject({ image: yes, after }),
  z.strictObject({ sticker: yes, after }),
  z.strictObject({ location: z.strictObject({ latitude: z.number(), longitude: z.number() }), after }),
]);

export function readChatLine(line: string): ChatLine {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    // Not JSON: what the citizen wrote, as it is.
    return { ok: true, content: { kind: 'text', text: line }, afterMs: 0 };
  }
  if (typeof value !== 'object' || value === null) {
    return { ok: true, content: { kind: 'text', text: line }, afterMs: 0 };
  }
  const parsed = Line.safeParse(value);
  if (!parsed.success) {
    return {
      ok: false,
      error:
        'expected plain text or one of {"text":…}, {"choice":…}, {"voice":true}, {"image":true}, {"sticker":true}, ' +
        '{"location":{"latitude":…,"longitude":…}}, each with an optional "after" such as "P3D"',
    };
  }
  return { ok: true, content: contentOf(parsed.data), afterMs: parsed.data.after ?? 0 };
}

function contentOf(line: z.output<typeof Line>): IncomingContent {
  if ('text' in line) return { kind: 'text', text: line.text };
  if ('choice' in line) return { kind: 'choice', choiceId: line.choice };
  if ('voice' in line) return { kind: 'media', media: 'voice' };
  if ('image' in line) return { kind: 'media', media: 'image' };
  if ('sticker' in line) return { kind: 'media', media: 'sticker' };
  return { kind: 'location', ...line.location };
}
