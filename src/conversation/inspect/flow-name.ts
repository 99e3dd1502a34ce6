import { basename } from 'node:path/posix';
import { RESERVED_NAMES } from '../choices.ts';
import type { Inspection } from './index.ts';
import { faultAt } from './parts.ts';

/** A flow whose name is not its file's, or is kept for the ids of choices. */
export const flowName: Inspection = ({ flows }) =>
  flows.flatMap((source) => {
    const { flow } = source.content;
    if (RESERVED_NAMES.includes(flow)) {
      return [
        faultAt(source, ['flow'], `"${flow}" non può essere il nome di un flusso`, 'scegli un altro nome'),
      ];
    }
    if (basename(source.file) === `${flow}.yaml`) return [];
    return [
      faultAt(
        source,
        ['flow'],
        `il flusso "${flow}" ha un altro nome di file`,
        `chiama il file ${flow}.yaml`,
      ),
    ];
  });
