/** The last results of a pure function of a text: several readers of one message ask for the same. */

/** Results of so many texts are kept, unless it is said otherwise. */
const KEPT = 64;

export function rememberRecent<Result>(
  compute: (text: string) => Result,
  kept = KEPT,
): (text: string) => Result {
  const known = new Map<string, { readonly result: Result }>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found.result;
    const result = compute(text);
    if (known.size >= kept) known.clear();
    known.set(text, { result });
    return result;
  };
}
