/** Logs are constant sentences with data beside them: ids and codes, never texts, names, numbers or tokens. */
import { type DestinationStream, pino } from 'pino';

export interface Log {
  error(data: object, sentence: string): void;
  warn(data: object, sentence: string): void;
  info(data: object, sentence: string): void;
  debug(data: object, sentence: string): void;
}

/** The process's logger: one JSON line an entry, on standard error unless told otherwise. */
export function createLog(level: string, destination?: DestinationStream): Log {
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    destination ?? pino.destination(2),
  );
}

/** What may be said of an unexpected error: its kind and code, never its message, which can hold anything. */
export function describeError(error: unknown): { error: string; code?: string; at?: string } {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  const at = error.stack
    ?.split('\n')
    .find((line) => line.includes('/src/'))
    ?.replace(/^.*\/src\//, 'src/')
    .replace(/\)$/, '');
  return { error: error.name, ...code, ...(at ? { at } : {}) };
}
