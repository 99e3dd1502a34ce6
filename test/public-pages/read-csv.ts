/**
 * Reads a table after RFC 4180, with semicolons: quoted cells, lines that end with CR LF, as many cells in each row as
 * in the first. Anything else is an error, also what spreadsheets forgive.
 * @throws with the place of the first fault
 */
export function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const [whole = '', quoted = '', end = ''] = matchAt(/"((?:[^"]|"")*)"(;|\r\n)/y, text, at);
    row.push(quoted.replaceAll('""', '"'));
    at += whole.length;
    if (end === ';') continue;
    if (row.length !== (rows[0] ?? row).length)
      throw new Error(`Row ${rows.length + 1} has ${row.length} cells`);
    rows.push(row);
    row = [];
  }
  if (row.length > 0) throw new Error('The last row does not end');
  return rows;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  if (match === null) throw new Error(`No cell at ${at}: ${JSON.stringify(text.slice(at, at + 40))}`);
  return match;
}
