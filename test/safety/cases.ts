/** The readable cases of this folder and how they are asked. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { CRISIS_KINDS, type CrisisFinding } from '../../src/safety/crisis.ts';

const Cry = z.strictObject({
  kind: z.enum(CRISIS_KINDS),
  urgency: z.enum(['now', 'soon']),
  lang: z.string(),
  text: z.string().min(1),
});
export type Cry = z.infer<typeof Cry>;

const LookAlike = z.strictObject({ lang: z.string(), text: z.string().min(1) });
export type LookAlike = z.infer<typeof LookAlike>;

const CaseFile = z.strictObject({ cries: z.array(Cry), 'look-alikes': z.array(LookAlike) });

const FOLDER = fileURLToPath(new URL('cases', import.meta.url));

function files(): z.infer<typeof CaseFile>[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => CaseFile.parse(parse(readFileSync(join(FOLDER, name), 'utf8'))));
}

export const CRIES: readonly Cry[] = files().flatMap(({ cries }) => cries);
export const LOOK_ALIKES: readonly LookAlike[] = files().flatMap((file) => file['look-alikes']);

/** The line a report shows for a text that was read wrongly. */
export function line(text: string, finding: CrisisFinding | null): string {
  return `${finding === null ? 'nothing' : `${finding.pattern} (${finding.urgency})`} | ${text}`;
}
