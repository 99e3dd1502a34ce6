import { LIMITS } from '../limits.ts';
import type { Inspection } from './index.ts';
import { faultAt } from './parts.ts';

/** A label with no form that fits a button, or the name of a sheet that does not fit a row of a list. */
export const labelLength: Inspection = ({ phrases }) =>
  phrases.flatMap((source) => [
    ...Object.entries(source.content.labels).flatMap(([key, { label, short }]) => {
      if ((short ?? label).length <= LIMITS.button) return [];
      const what = `"${short ?? label}" è più lunga di ${LIMITS.button} caratteri`;
      return [faultAt(source, ['labels', key], what, 'accorciala, o aggiungi short')];
    }),
    ...Object.entries(source.content.sheets).flatMap(([slug, name]) => {
      if (name.length <= LIMITS.row) return [];
      return [
        faultAt(source, ['sheets', slug], `"${name}" è più lungo di ${LIMITS.row} caratteri`, 'accorcialo'),
      ];
    }),
  ]);
