/** The last results of a pure function of a text: several readers of one message ask for the same. */

/** Results of so many texts are kept. */
const KEPT = 64;

export function rememberRecent<Result>(compute: (text: string) => Result): (text: string) => Result {
  const known = new Map<string, Result>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const fresh = compute(text);
    if (known.size >= KEPT) known.clear();
    known.set(text, fresh);
    return fresh;
  };
}
