import { plain } from '../clean.ts';
import { COMMANDS } from '../flow/words-schema.ts';
import type { Inspection } from './index.ts';
import { faultAt } from './parts.ts';

/** A word that always works and means two things. */
export const wordsTwice: Inspection = ({ words }) => {
  const owner = new Map<string, string>();
  return COMMANDS.flatMap((command) =>
    Object.entries(words.content.commands[command].whole).flatMap(([language, list]) =>
      list.flatMap((word) => {
        const other = owner.get(plain(word));
        owner.set(plain(word), command);
        if (other === undefined || other === command) return [];
        const path = ['commands', command, 'whole', language];
        return [
          faultAt(words, path, `"${word}" vuol dire sia ${other} sia ${command}`, 'lascialo a uno solo'),
        ];
      }),
    ),
  );
};
